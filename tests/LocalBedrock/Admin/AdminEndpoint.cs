using System.Text.Json;

namespace LocalBedrock.Admin;

/// <summary>The admin API of LocalBedrock. README.md describes it.</summary>
internal sealed class AdminEndpoint(
    ServiceClock clock, SignatureClock signatureClock, JobStore jobs, FaultQueue faults, Log<LogEntry> log) : AdminApi
{
    private readonly JobImporter _importer = new(clock, jobs);

    protected override ReadOnlyMemory<byte>? Answer(
        string method, string[] path, IReadOnlyDictionary<string, string> query, JsonElement body)
    {
        switch (method, path)
        {
            case ("GET", ["requests"]):
                return Bytes(log.Entries());
            case ("DELETE", ["requests"]):
                log.Clear();
                return Bytes(log.Entries());

            case ("GET", ["faults"]):
                return Bytes(faults.Remaining);
            case ("POST", ["faults"]):
                return Bytes(faults.Append(Scripts(body)));
            case ("DELETE", ["faults"]):
                return Bytes(faults.Clear());

            case ("GET", ["jobs"]):
                return Summaries(jobs.Shelves.Where(s => s.Region == query.GetValueOrDefault("region", s.Region)).SelectMany(s => s.Sorted));
            case ("POST", ["jobs"]):
                return Summaries(_importer.Import(body));
            case ("DELETE", ["jobs"]):
                Remove(query.GetValueOrDefault("jobName"));
                return Summaries([]);

            case ("POST", ["clock"]):
                MoveClock(body);
                return Bytes(new { now = IsoTime.Format(clock.Now), speed = clock.Speed, skew = signatureClock.Ahead });

            default:
                return null;
        }
    }

    private void Remove(string? jobName)
    {
        var isFound = false;
        foreach (var shelf in jobs.Shelves)
        {
            isFound |= shelf.Remove(jobName);
        }

        if (jobName is not null && !isFound)
        {
            throw new AdminException($"There is no job {jobName}.");
        }
    }

    private static List<FaultScript> Scripts(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array)
        {
            throw new AdminException("The body must be an array of fault scripts.");
        }

        var scripts = body.Deserialize<List<FaultScript>>(Json)!;
        foreach ((var index, var script) in scripts.Index())
        {
            if (script.Complaint() is { } complaint)
            {
                throw new AdminException($"Fault {index + 1}: {complaint}");
            }
        }

        return scripts;
    }

    private ReadOnlyMemory<byte> Summaries(IEnumerable<Job> listed)
    {
        var now = clock.Now;
        return ApiReply.Json(200, json =>
        {
            json.WriteStartArray();
            foreach (var job in listed)
            {
                JobJson.WriteSummary(json, job, now);
            }

            json.WriteEndArray();
        }).Body;
    }

    private void MoveClock(JsonElement body)
    {
        var move = body.Deserialize<ClockMove>(Json)!;
        if (move.Now is not null)
        {
            clock.Set(IsoTime.TryParse(move.Now, out var now) ? now : throw new AdminException($"now can't be '{move.Now}'."));
        }

        if (move.Advance is { } by)
        {
            clock.Advance(by);
        }

        if (move.Speed is { } speed)
        {
            clock.Speed = speed >= 0 ? speed : throw new AdminException($"speed can't be {speed}.");
        }

        if (move.Skew is { } ahead)
        {
            signatureClock.Ahead = ahead;
        }
    }
}
