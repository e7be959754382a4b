namespace BedrockJobs.Listing;

/// <summary>
/// Pages through the listing of one target. It drops jobs that the query doesn't match and jobs that were returned
/// before.
/// </summary>
internal sealed class JobListing
{
    private readonly IBedrockService _service;
    private readonly JobQuery _query;
    private readonly JobMatcher _matcher;
    private readonly RecentJobs _recent;
    private readonly ListingProgress _progress;
    private readonly HashSet<string> _tokensUsed = new(StringComparer.Ordinal);
    private string? _pageToken;
    private bool _isLastPageRead;
    private bool _hasMalformed;
    private bool _hasNeedless;
    private bool _isTokenRepeated;
    private string? _lastRequestId;

    /// <param name="service">The connection to the service.</param>
    /// <param name="query">What to list.</param>
    public JobListing(IBedrockService service, JobQuery query)
    {
        _service = service;
        _query = query;
        _matcher = new JobMatcher(query);
        _recent = new RecentJobs(query.IsDescending, query.ListedJobArn);
        _progress = new ListingProgress(query.IsDescending);
        NextToken = query.NextToken;
        _pageToken = query.NextToken;
    }

    /// <summary>Whether there is another page.</summary>
    public bool HasMore => !_isLastPageRead;

    /// <summary>The number of pages read.</summary>
    public int PageCount { get; private set; }

    /// <summary>The number of jobs that the service returned.</summary>
    public ulong ReadCount { get; private set; }

    /// <summary>The number of jobs that match, each counted once.</summary>
    public ulong MatchCount { get; private set; }

    /// <summary>The token of the next page.</summary>
    public string? NextToken { get; private set; }

    /// <summary>
    /// The exact names that no job has. They are known only if this listing saw every job: it has no other filter and
    /// didn't start at a page token.
    /// </summary>
    public IEnumerable<string> NamesNotFound =>
        _isLastPageRead && SeesEveryJob ? _matcher.NamesNotSeen : [];

    /// <summary>The rest of the query.</summary>
    /// <param name="unread">The number of jobs of the last page that weren't used.</param>
    /// <param name="skip">The number of matching jobs still to skip.</param>
    /// <param name="first">The number of jobs still to return.</param>
    public JobQuery Remainder(int unread, ulong skip, ulong first)
    {
        // If jobs of a page are left, that page is requested again, and the jobs that were used don't count.
        var rest = _query.From(unread == 0 ? NextToken : _pageToken, _recent.Except(unread), skip, first);
        if (_isTokenRepeated)
        {
            rest.NextToken = null;
            rest.IsResumable = false;
        }

        return rest;
    }

    private Operation Request => Operation.List(_service.Name);

    private bool SeesEveryJob =>
        _query.NextToken is null
        && _query.ListedJobArn.Count == 0
        && !_hasMalformed
        && _query.NameContains is null
        && _query.Status.Count == 0
        && _query.CreatedAfter is null
        && _query.CreatedBefore is null;

    /// <summary>The request for the next page.</summary>
    /// <param name="wanted">The number of matching jobs that are wanted; <see cref="ulong.MaxValue"/> for all.</param>
    public JobQuery NextRequest(ulong wanted)
    {
        // If jobs are dropped here, the number of jobs to read is unknown, and full pages result in the fewest
        // requests. The same applies to a service that ignores a filter or returns jobs twice.
        var needsFullPage = _matcher.IsSelective || _hasNeedless || wanted > (ulong)_query.PageSize;
        return _query.Page(NextToken, needsFullPage ? _query.PageSize : (int)wanted);
    }

    /// <summary>Records the page that <see cref="NextRequest"/> requests. It can run on any thread.</summary>
    /// <exception cref="BedrockRequestException">
    /// The page was read before, or too many consecutive pages contained no further job.
    /// </exception>
    public void RequireNewPage(JobQuery request)
    {
        if (request.NextToken is { } token && !_tokensUsed.Add(token))
        {
            _isTokenRepeated = true;
            throw new BedrockRequestException(BedrockErrorId.RepeatedToken, Request, detail: null, _lastRequestId);
        }

        if (_progress.IsOver)
        {
            throw new BedrockRequestException(
                BedrockErrorId.MalformedResponse,
                Request,
                string.Format(CultureInfo.CurrentCulture, SR.PagesWithoutProgress, _progress.Pages),
                _lastRequestId);
        }
    }

    /// <summary>Accepts a fetched page.</summary>
    /// <returns>The matching jobs of the page, in the order of the service.</returns>
    public List<CustomizationJob> Accept(JobPage page)
    {
        PageCount++;
        _progress.Note(page);
        _pageToken = NextToken;
        ReadCount += (ulong)page.ItemCount;
        _hasMalformed |= page.Malformed.Count > 0;
        NextToken = string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken;
        _isLastPageRead = NextToken is null;
        _lastRequestId = page.RequestId;

        var matching = new List<CustomizationJob>(page.Jobs.Count);
        foreach (var job in page.Jobs)
        {
            if (!_matcher.IsAsAsked(job))
            {
                _hasNeedless = true;
            }
            else if (_matcher.Matches(job))
            {
                if (_recent.Admit(job))
                {
                    matching.Add(job);
                }
                else
                {
                    _hasNeedless = true;
                }
            }
        }

        MatchCount += (ulong)matching.Count;
        return matching;
    }
}
