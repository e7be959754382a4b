using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBedrock.Admin;

/// <summary>The API below <c>/local/</c>, for tests to inspect and control the server. README.md describes it.</summary>
internal sealed class AdminEndpoint(
    ServiceClock clock, SignatureClock signatureClock, JobStore jobs, FaultQueue faults, RequestLog log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JobImporter _importer = new(clock, jobs);

    public static bool Handles(RequestTarget target) => target.Segments is ["local", ..];

    public async Task HandleAsync(HttpContext context, RequestTarget target)
    {
        try
        {
            using var body = context.Request.Method == "POST"
                ? await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted)
                : null;
            await ReplyAsync(context, 200, Answer(context.Request.Method, target, body?.RootElement ?? default));
        }
        catch (Exception e) when (e is AdminException or JsonException)
        {
            await ReplyAsync(context, 400, ApiReply.Error(null, e.Message).Body);
        }
    }

    private ReadOnlyMemory<byte> Answer(string method, RequestTarget target, JsonElement body)
    {
        switch (method, target.Segments.Skip(1).ToArray())
        {
            case ("GET", ["requests"]):
                return Bytes(log.Entries());
            case ("DELETE", ["requests"]):
                log.Clear();
                return Bytes(log.Entries());

            case ("GET", ["faults"]):
                return Bytes(faults.Remaining());
            case ("POST", ["faults"]):
                faults.Append(Scripts(body));
                return Bytes(faults.Remaining());
            case ("DELETE", ["faults"]):
                faults.Clear();
                return Bytes(faults.Remaining());

            case ("GET", ["jobs"]):
                return Summaries(target.Query.GetValueOrDefault("region"), target.Query.GetValueOrDefault("account"));
            case ("POST", ["jobs"]):
                return Summaries(_importer.Import(body));
            case ("DELETE", ["jobs"]):
                Remove(target.Query.GetValueOrDefault("jobName"));
                return Summaries(null, null);

            case ("GET", ["clock"]):
                return Clock();
            case ("POST", ["clock"]):
                MoveClock(body);
                return Clock();

            default:
                throw new AdminException($"{method} {target.Path} isn't part of the admin API.");
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

    private ReadOnlyMemory<byte> Summaries(string? region, string? account) => Summaries(jobs.Shelves
        .Where(s => (region is null || s.Region == region) && (account is null || s.Account == account))
        .SelectMany(s => s.Sorted));

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

    private ReadOnlyMemory<byte> Clock() => Bytes(new { now = IsoTime.Format(clock.Now), speed = clock.Speed, skew = signatureClock.Ahead });

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

    private static ReadOnlyMemory<byte> Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    private static async Task ReplyAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
