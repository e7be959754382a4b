namespace LocalBedrock.Faults;

/// <summary>
/// The active fault scripts. A request is compared with them in order. The first one that matches, has skipped enough
/// requests, and isn't used up applies to the request. The later ones don't see it.
/// </summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly List<FaultScript> _scripts = [];

    /// <summary>The remaining scripts, with their remaining skip and count values. Used-up scripts are removed.</summary>
    public FaultScript[] Remaining => Change(_ => { });

    public FaultScript[] Append(IEnumerable<FaultScript> scripts) => Change(remaining => remaining.AddRange(scripts));

    public FaultScript[] Clear() => Change(remaining => remaining.Clear());

    /// <returns>The fault that applies to the request, or null.</returns>
    public FaultScript? Take(bool beforeAuthentication, string? operation, string? region, string? accessKeyId, string? jobIdentifier)
    {
        lock (_gate)
        {
            for (var i = 0; i < _scripts.Count; i++)
            {
                var script = _scripts[i];
                if (script.BeforeAuthentication != beforeAuthentication || !script.Fits(operation, region, accessKeyId, jobIdentifier))
                {
                    continue;
                }

                if (script.Skip > 0)
                {
                    _scripts[i] = script with { Skip = script.Skip - 1 };
                    continue;
                }

                if (script.Count == 1)
                {
                    _scripts.RemoveAt(i);
                }
                else
                {
                    _scripts[i] = script with { Count = script.Count - 1 };
                }

                return script;
            }

            return null;
        }
    }

    private FaultScript[] Change(Action<List<FaultScript>> change)
    {
        lock (_gate)
        {
            change(_scripts);
            return [.. _scripts];
        }
    }
}
