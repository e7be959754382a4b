namespace BedrockJobs.Listing;

/// <summary>
/// Goes through the pages of one place. It drops jobs that the query doesn't match and jobs that were returned before.
/// </summary>
internal sealed class PageCursor
{
    private readonly string _place;
    private readonly JobQuery _query;
    private readonly JobMatcher _matcher;
    private readonly RecentJobs _recent;
    private readonly ListingProgress _progress;
    private readonly HashSet<string> _tokensUsed = new(StringComparer.Ordinal);
    private string? _nextToken;
    private string? _pageToken;
    private bool _isLastPageRead;
    private bool _hasMalformed;
    private bool _hasUnwanted;
    private bool _isTokenRepeated;
    private string? _lastRequestId;

    public PageCursor(string place, JobQuery query)
    {
        _place = place;
        _query = query;
        _matcher = new JobMatcher(query);
        _recent = new RecentJobs(query.IsDescending, query.ListedJobArn);
        _progress = new ListingProgress(query.IsDescending);
        _nextToken = query.NextToken;
        _pageToken = query.NextToken;
    }

    /// <summary>Whether there is another page.</summary>
    public bool HasMore => !_isLastPageRead;

    /// <summary>The number of pages read.</summary>
    public int PageCount { get; private set; }

    /// <summary>The number of jobs that the service returned.</summary>
    public ulong ReadCount { get; private set; }

    /// <summary>
    /// The exact names that no job has. They are known only if this listing saw every job: it has no other filter and
    /// didn't start at a page token.
    /// </summary>
    public IEnumerable<string> NamesNotFound => _isLastPageRead && SeesEveryJob ? _matcher.NamesNotSeen : [];

    private bool SeesEveryJob =>
        _query is { NextToken: null, NameContains: null, CreatedAfter: null, CreatedBefore: null, ListedJobArn.Count: 0, Status.Count: 0 }
        && !_hasMalformed;

    /// <summary>The rest of the query.</summary>
    /// <param name="unread">The number of jobs of the last page that weren't used.</param>
    public JobQuery Remainder(int unread, ulong skip, ulong first)
    {
        // If jobs of a page are left, that page is requested again, and the jobs that were used don't count.
        var rest = _query.From(unread == 0 ? _nextToken : _pageToken, _recent.Except(unread), skip, first);
        if (_isTokenRepeated)
        {
            rest.NextToken = null;
            rest.IsResumable = false;
        }

        return rest;
    }

    /// <summary>The request for the next page.</summary>
    /// <param name="wanted">The number of matching jobs that are wanted; <see cref="ulong.MaxValue"/> for all.</param>
    public JobQuery NextRequest(ulong wanted)
    {
        // If jobs are dropped here, the number of jobs to read is unknown, and full pages result in the fewest
        // requests. The same applies to a service that ignores a filter or returns jobs twice.
        var needsFullPage = _matcher.IsSelective || _hasUnwanted || wanted > (ulong)_query.PageSize;
        return _query.Page(_nextToken, needsFullPage ? _query.PageSize : (int)wanted);
    }

    /// <summary>Records the page that <see cref="NextRequest"/> requests.</summary>
    /// <exception cref="BedrockRequestException">
    /// The page was read before, or too many consecutive pages contained no further job.
    /// </exception>
    public void ThrowIfEndless(JobQuery request)
    {
        if (request.NextToken is { } token && !_tokensUsed.Add(token))
        {
            _isTokenRepeated = true;
            throw new BedrockRequestException(BedrockErrorId.RepeatedToken, Operation.List(_place), detail: null, _lastRequestId);
        }

        if (_progress.IsOver)
        {
            throw new BedrockRequestException(
                BedrockErrorId.MalformedResponse,
                Operation.List(_place),
                SR.PagesWithoutProgress.With(_progress.Pages),
                _lastRequestId);
        }
    }

    /// <summary>Accepts a page.</summary>
    /// <returns>The matching jobs of the page, in the order of the service.</returns>
    public List<CustomizationJob> Accept(JobPage page)
    {
        PageCount++;
        _progress.Note(page);
        _pageToken = _nextToken;
        ReadCount += (ulong)page.ItemCount;
        _hasMalformed |= page.Malformed.Count > 0;
        _nextToken = string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken;
        _isLastPageRead = _nextToken is null;
        _lastRequestId = page.RequestId;
        var matching = new List<CustomizationJob>(page.Jobs.Count);
        foreach (var job in page.Jobs)
        {
            if (!_matcher.MatchesServiceFilter(job))
            {
                _hasUnwanted = true;
            }
            else if (_matcher.Matches(job))
            {
                if (_recent.Admit(job))
                {
                    matching.Add(job);
                }
                else
                {
                    _hasUnwanted = true;
                }
            }
        }

        return matching;
    }
}
