using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BedrockJobs.Listing;
using BedrockJobs.Parameters;
using BedrockJobs.Service;
using BedrockJobs.Views;

namespace BedrockJobs.Commands;

/// <summary>Gets Amazon Bedrock model-customization jobs.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "BdrCustomizationJob", DefaultParameterSetName = QuerySet, SupportsPaging = true)]
[OutputType(typeof(CustomizationJob))]
public sealed class GetBdrCustomizationJobCommand : BedrockCommand
{
    private const string QuerySet = "Query";
    private const string RecentSet = "Recent";

    /// <summary>Names of jobs, exact or wildcard patterns, matched without regard to case.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateNamePattern]
    [SupportsWildcards]
    [Alias("JobName")]
    public string[]? Name { get; set; }

    /// <summary>A part of the name, matched by the service: 1 to 63 letters, digits, '+', '-' and '.'.</summary>
    [Parameter]
    [Alias("NameContain")]
    [ValidateNameContains]
    public string? NameContains { get; set; }

    /// <summary>The statuses wanted.</summary>
    [Parameter]
    [Alias("StatusEqual", "StatusEquals")]
    [ValidateNotNullOrEmpty]
    [ValidateSet(JobStatus.InProgress, JobStatus.Completed, JobStatus.Failed, JobStatus.Stopping, JobStatus.Stopped)]
    public string[]? Status { get; set; }

    /// <summary>Only jobs created after this time; a time without zone is local.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Alias("CreationTimeAfter")]
    [TimeTransformation]
    public DateTime CreatedAfter { get; set; }

    /// <summary>Only jobs created before this time; a time without zone is local.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Alias("CreationTimeBefore")]
    [TimeTransformation]
    public DateTime CreatedBefore { get; set; }

    /// <summary>Only jobs created within this time up to now: a TimeSpan, or such as 90m, 12h, 7d, 2w.</summary>
    [Parameter(ParameterSetName = RecentSet, Mandatory = true)]
    [AgeTransformation]
    public TimeSpan MaxAge { get; set; }

    /// <summary>What to sort by. The API knows only CreationTime.</summary>
    [Parameter]
    [ValidateSet("CreationTime")]
    public string SortBy { get; set; } = "CreationTime";

    /// <summary>Descending, newest first (the default), or Ascending.</summary>
    [Parameter]
    [ValidateSet("Descending", "Ascending")]
    public string SortOrder { get; set; } = "Descending";

    /// <summary>The most jobs to ask for in one request, 1 to 1000 (the default).</summary>
    [Parameter]
    [Alias("MaxResult", "MaxResults")]
    [ValidateRange(1, JobQuery.LargestPage)]
    public int PageSize { get; set; } = JobQuery.LargestPage;

    /// <summary>The page to begin with: a token from the target of an earlier error, with the same filters.</summary>
    [Parameter]
    [ValidateNextToken]
    public string? NextToken { get; set; }

    /// <summary>Lists the jobs.</summary>
    protected override void ProcessRecord()
    {
        var query = BuildQuery();
        var countAll = PagingParameters.IncludeTotalCount.IsPresent;
        if (query.First == 0 && !countAll)
        {
            return;
        }

        using var service = TryConnect(query);
        if (service is not null)
        {
            query.Region = service.Region;
            List(new JobListing(service, query, countAll), query, service, countAll);
        }
    }

    private JobQuery BuildQuery()
    {
        var query = new JobQuery
        {
            Name = Name ?? [],
            NameContains = NameContains,
            Status = Status ?? [],
            CreatedAfter = Bound(nameof(CreatedAfter), CreatedAfter),
            CreatedBefore = Bound(nameof(CreatedBefore), CreatedBefore),
            SortBy = SortBy,
            SortOrder = SortOrder,
            PageSize = PageSize,
            NextToken = NextToken,
            Skip = PagingParameters.Skip,
            First = PagingParameters.First,
        };
        if (ParameterSetName == RecentSet)
        {
            if (NextToken is not null)
            {
                ThrowTerminatingError(ErrorRecordFactory.TokenWithMaxAge(NextToken));
            }

            query.CreatedAfter = DateTime.UtcNow - MaxAge;
        }

        if (query.CreatedAfter >= query.CreatedBefore)
        {
            ThrowTerminatingError(ErrorRecordFactory.InvalidTimeRange(CreatedAfter, CreatedBefore));
        }

        return query;
    }

    private DateTime? Bound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;

    private IBedrockService? TryConnect(JobQuery query)
    {
        try
        {
            return Connect();
        }
        catch (BedrockRequestException exception)
        {
            WriteError(ErrorRecordFactory.Create(exception, query));
            return null;
        }
    }

    private void List(JobListing listing, JobQuery query, IBedrockService service, bool countAll)
    {
        // The total comes before the jobs, as PowerShell has it, and so the jobs wait for it, and the errors too: under
        // -ErrorAction Stop the first would end the cmdlet.
        var held = countAll ? new List<CustomizationJob>() : null;
        var errors = new List<ErrorRecord>();
        var hasFailed = false;
        using (var progress = new ListingProgress(this, service.Region))
        {
            while (!hasFailed && listing.HasMore)
            {
                var page = TryFetch(listing, query, service, progress, errors);
                hasFailed = page is null;
                if (page is not null)
                {
                    Write(listing.Accept(page), held);
                    progress.Update(listing);
                    errors.AddRange(page.Malformed.Select(summary => Malformed(summary, page, service.Region)));
                }

                if (held is null)
                {
                    WriteAndClear(errors);
                }
            }
        }

        if (held is not null)
        {
            var isExact = !hasFailed && errors.Count == 0 && query.NextToken is null;
            WriteObject(PagingParameters.NewTotalCount(listing.MatchCount, isExact ? 1 : 0));
            Write(held, hold: null);
            WriteAndClear(errors);
        }

        WriteNamesNotFound(listing, service.Region);
    }

    private JobPage? TryFetch(
        JobListing listing, JobQuery query, IBedrockService service, ListingProgress progress, List<ErrorRecord> errors)
    {
        var request = listing.NextRequest();
        var number = listing.PageCount + 1;
        WriteDebug(Format(
            SR.DebugRequest, ListJobsRequest.OperationName, service.Region, number, service.Endpoint, request));
        try
        {
            var watch = Stopwatch.StartNew();
            var page = Await(token => listing.FetchAsync(request, token), () => progress.Update(listing));
            Tell(Format(
                SR.VerbosePage,
                ListJobsRequest.OperationName,
                service.Region,
                number,
                page.ItemCount,
                watch.ElapsedMilliseconds,
                PrintableText.From(page.RequestId)));
            return page;
        }
        catch (BedrockRequestException exception)
        {
            errors.Add(ErrorRecordFactory.Create(exception, listing.Remainder));
            return null;
        }
    }

    private void Write(IEnumerable<CustomizationJob> jobs, List<CustomizationJob>? hold)
    {
        if (hold is not null)
        {
            hold.AddRange(jobs);
            return;
        }

        foreach (var job in jobs)
        {
            WriteObject(job);
        }
    }

    private void WriteAndClear(List<ErrorRecord> errors)
    {
        var due = errors.ToArray();
        errors.Clear();
        foreach (var error in due)
        {
            WriteError(error);
        }
    }

    private static ErrorRecord Malformed(MalformedSummary summary, JobPage page, string region)
    {
        // Shown by some views as the error's target, so it too must not drive the terminal.
        var identifier = PrintableText.From(summary.Identifier);
        var exception = new BedrockRequestException(
            BedrockErrorId.MalformedResponse,
            OperationSubject.Of(ListJobsRequest.OperationName, region),
            Format(SR.MissingMembers, identifier, summary.MissingMembers),
            page.RequestId);
        return ErrorRecordFactory.Create(exception, identifier);
    }

    // An exact name that does not exist is an error, as with Get-Process or Get-Job. Where other filters took part,
    // that no job is left says nothing of the name.
    private void WriteNamesNotFound(JobListing listing, string region)
    {
        foreach (var name in listing.NamesNotFound)
        {
            var exception = new BedrockRequestException(
                BedrockErrorId.JobNotFound,
                OperationSubject.Of(ListJobsRequest.OperationName, region),
                Format(SR.NameNotFound, listing.ReadCount, name));
            WriteError(ErrorRecordFactory.Create(exception, name));
        }
    }

    // With -Debug alone PowerShell would stop at every verbose line and ask whether to go on.
    private void Tell(string line)
    {
        var bound = MyInvocation.BoundParameters;
        if (bound.ContainsKey("Debug") && !bound.ContainsKey("Verbose"))
        {
            WriteDebug(line);
        }
        else
        {
            WriteVerbose(line);
        }
    }

    private static string Format(string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
