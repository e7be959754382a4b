namespace LocalBedrock.Paging;

/// <summary>The parsed inputs of ListModelCustomizationJobs.</summary>
internal sealed record JobQuery
{
    /// <summary>AWS doesn't document the page size without maxResults. This is an assumption.</summary>
    public const int DefaultPageSize = 100;

    /// <summary>The names of the inputs that are filters.</summary>
    public static readonly string[] Filters = ["statusEquals", "nameContains", "creationTimeAfter", "creationTimeBefore"];

    public DateTime? CreationTimeAfter { get; init; }

    public DateTime? CreationTimeBefore { get; init; }

    public string? StatusEquals { get; init; }

    public string? NameContains { get; init; }

    public int MaxResults { get; init; } = DefaultPageSize;

    /// <summary>Newest first without sortOrder, which is also an assumption.</summary>
    public bool Descending { get; init; } = true;

    public string? NextToken { get; init; }

    /// <summary>All inputs except the page size and the token: the inputs that a page token is valid for.</summary>
    public string Binding => string.Create(
        CultureInfo.InvariantCulture,
        $"{CreationTimeAfter?.Ticks}|{CreationTimeBefore?.Ticks}|{StatusEquals}|{NameContains}|{Descending}");

    /// <param name="inputs">The inputs, which have been checked.</param>
    public static JobQuery From(Dictionary<string, string> inputs) => new()
    {
        CreationTimeAfter = Time(inputs, "creationTimeAfter"),
        CreationTimeBefore = Time(inputs, "creationTimeBefore"),
        StatusEquals = inputs.GetValueOrDefault("statusEquals"),
        NameContains = inputs.GetValueOrDefault("nameContains"),
        MaxResults = inputs.TryGetValue("maxResults", out var most)
            ? int.Parse(most, CultureInfo.InvariantCulture)
            : DefaultPageSize,
        Descending = inputs.GetValueOrDefault("sortOrder") != "Ascending",
        NextToken = inputs.GetValueOrDefault("nextToken"),
    };

    /// <summary>The same query without some of the <see cref="Filters"/>.</summary>
    public JobQuery Without(IReadOnlyList<string> inputs) => this with
    {
        CreationTimeAfter = inputs.Contains("creationTimeAfter") ? null : CreationTimeAfter,
        CreationTimeBefore = inputs.Contains("creationTimeBefore") ? null : CreationTimeBefore,
        StatusEquals = inputs.Contains("statusEquals") ? null : StatusEquals,
        NameContains = inputs.Contains("nameContains") ? null : NameContains,
    };

    private static DateTime? Time(Dictionary<string, string> inputs, string name) =>
        inputs.TryGetValue(name, out var text) && IsoTime.TryParse(text, out var time) ? time : null;
}
