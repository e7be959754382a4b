namespace BedrockJobs.Service;

/// <summary>
/// The inputs of a request for a page, as in <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>.
/// Times are UTC.
/// </summary>
internal sealed class ListJobsRequest
{
    public string? StatusEquals { get; set; }

    public string? NameContains { get; set; }

    public DateTime? CreationTimeAfter { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public string SortBy { get; set; } = string.Empty;

    public string SortOrder { get; set; } = string.Empty;

    public int MaxResults { get; set; }

    public string? NextToken { get; set; }

    /// <summary>Returns the inputs that are set, with the names of the API. Page tokens are truncated.</summary>
    public override string ToString()
    {
        var inputs = new List<string>();
        Add("statusEquals", StatusEquals);
        Add("nameContains", NameContains);
        Add("creationTimeAfter", CreationTimeAfter?.ToString("o", CultureInfo.InvariantCulture));
        Add("creationTimeBefore", CreationTimeBefore?.ToString("o", CultureInfo.InvariantCulture));
        Add("sortBy", SortBy);
        Add("sortOrder", SortOrder);
        Add("maxResults", MaxResults.ToString(CultureInfo.InvariantCulture));
        Add("nextToken", NextToken is { Length: > 12 } ? string.Concat(NextToken.AsSpan(0, 12), "\u2026") : NextToken);
        return string.Join(", ", inputs);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                inputs.Add(name + "=" + value);
            }
        }
    }
}
