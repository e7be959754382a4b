using System;
using System.Collections.Generic;
using System.Globalization;
using BedrockJobs.Service;

namespace BedrockJobs.Listing;

/// <summary>
/// One run through the pages of one target's listing, which drops what the query does not match and what comes again.
/// </summary>
internal sealed class JobListing
{
    /// <summary>So many pages in a row without a job are taken for a listing that has no end.</summary>
    public const int MostEmptyPages = 1000;

    private readonly IBedrockService _service;
    private readonly JobQuery _query;
    private readonly JobMatcher _matcher;
    private readonly RecentJobs _recent;
    private readonly HashSet<string> _tokensUsed = new(StringComparer.Ordinal);
    private string? _pageToken;
    private int _emptyPages;
    private bool _isLastPageRead;
    private bool _hasMalformed;
    private bool _hasNeedless;
    private bool _isTokenRepeated;
    private string? _lastRequestId;

    /// <param name="service">The connection to list over.</param>
    /// <param name="query">What to list.</param>
    public JobListing(IBedrockService service, JobQuery query)
    {
        _service = service;
        _query = query;
        _matcher = new JobMatcher(query);
        _recent = new RecentJobs(query.IsDescending, query.ListedJobArn);
        NextToken = query.NextToken;
        _pageToken = query.NextToken;
    }

    /// <summary>Whether there is another page.</summary>
    public bool HasMore => !_isLastPageRead;

    /// <summary>How many pages were read.</summary>
    public int PageCount { get; private set; }

    /// <summary>How many jobs the service sent.</summary>
    public ulong ReadCount { get; private set; }

    /// <summary>How many of them match, each counted once.</summary>
    public ulong MatchCount { get; private set; }

    /// <summary>The token of the page to be read next.</summary>
    public string? NextToken { get; private set; }

    /// <summary>
    /// The exact names of which this run has shown that no job bears them: it saw every job, kept back by no other
    /// filter and by no page token.
    /// </summary>
    public IEnumerable<string> NamesNotFound =>
        _isLastPageRead && SeesEveryJob ? _matcher.NamesNotSeen : [];

    /// <summary>What is not done of the query.</summary>
    /// <param name="unread">How many jobs of the last page were not used yet.</param>
    /// <param name="skip">How many matching jobs are still to be passed over.</param>
    /// <param name="first">How many are still to be returned.</param>
    public JobQuery Remainder(int unread, ulong skip, ulong first)
    {
        // Where jobs of a page are left, that page is asked for again, and those that were used do not count.
        var rest = _query.From(unread == 0 ? NextToken : _pageToken, _recent.Except(unread), skip, first);
        if (_isTokenRepeated)
        {
            rest.NextToken = null;
            rest.IsResumable = false;
        }

        return rest;
    }

    private string Subject => OperationSubject.Of(OperationName.ListJobs, _service.Name);

    private bool SeesEveryJob =>
        _query.NextToken is null
        && _query.ListedJobArn.Count == 0
        && !_hasMalformed
        && _query.NameContains is null
        && _query.Status.Count == 0
        && _query.CreatedAfter is null
        && _query.CreatedBefore is null;

    /// <summary>What the next page is asked for.</summary>
    /// <param name="wanted">How many matching jobs are wanted; <see cref="ulong.MaxValue"/> for all.</param>
    public ListJobsRequest NextRequest(ulong wanted) => new()
    {
        StatusEquals = _matcher.StatusForService,
        NameContains = _query.NameContains,
        CreationTimeAfter = _query.CreatedAfter,
        CreationTimeBefore = _query.CreatedBefore,
        SortBy = _query.SortBy,
        SortOrder = _query.SortOrder,
        // Where jobs are dropped here, how many must be read is not known beforehand: full pages then make the fewest
        // requests. So it is with a service that passes over a filter, or sends jobs again.
        MaxResults = _matcher.IsSelective || _hasNeedless || wanted > (ulong)_query.PageSize ? _query.PageSize : (int)wanted,
        NextToken = NextToken,
    };

    /// <summary>Takes note of the page that <see cref="NextRequest"/> asks for; may run on any thread.</summary>
    /// <exception cref="BedrockRequestException">It has come before, or the pages before it were empty without end.</exception>
    public void RequireNewPage(ListJobsRequest request)
    {
        if (request.NextToken is { } token && !_tokensUsed.Add(token))
        {
            _isTokenRepeated = true;
            throw new BedrockRequestException(BedrockErrorId.RepeatedToken, Subject, detail: null, _lastRequestId)
            {
                Operation = OperationName.ListJobs,
            };
        }

        if (_emptyPages >= MostEmptyPages)
        {
            throw new BedrockRequestException(
                BedrockErrorId.MalformedResponse,
                Subject,
                string.Format(CultureInfo.CurrentCulture, SR.OnlyEmptyPages, MostEmptyPages),
                _lastRequestId)
            {
                Operation = OperationName.ListJobs,
            };
        }
    }

    /// <summary>Takes the page that was fetched.</summary>
    /// <returns>Those of its jobs that match, in the service's order.</returns>
    public List<CustomizationJob> Accept(JobPage page)
    {
        PageCount++;
        _emptyPages = page.ItemCount == 0 ? _emptyPages + 1 : 0;
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
