using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BedrockJobs.Listing;
using BedrockJobs.Parameters;
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
    [ArgumentCompleter(typeof(JobNameCompleter))]
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
    [ValidateAscii]
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
    [ValidateAscii]
    [ValidateSet("CreationTime")]
    public string SortBy { get; set; } = "CreationTime";

    /// <summary>Descending, newest first (the default), or Ascending.</summary>
    [Parameter]
    [ValidateAscii]
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

    /// <summary>How many requests may run at a time where several Regions or profiles are asked: 1 to 64, by default 8.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Lists the jobs.</summary>
    protected override void ProcessRecord()
    {
        var targets = Targets();
        var query = BuildQuery(targets.Count);
        var countAll = PagingParameters.IncludeTotalCount.IsPresent;
        if (query.First == 0 && !countAll)
        {
            return;
        }

        using var reader = new ListingReader(this, WaitFor, holdsErrors: countAll);
        var sources = reader.Connect(targets, query);
        using var stream = new JobStream(sources, query, countAll, ThrottleLimit, reader, StopToken);
        reader.Show(stream);
        if (countAll)
        {
            WriteCounted(stream, reader, isFromStart: NextToken is null);
        }
        else
        {
            Write(stream);
        }

        reader.Finish();
    }

    private void Write(JobStream stream)
    {
        OriginColumns? columns = null;
        while (stream.Next() is { } job)
        {
            columns ??= ColumnsFor(stream);
            var start = Stopwatch.GetTimestamp();
            WriteObject(columns.Mark(job));
            stream.NoteConsumption(Stopwatch.GetTimestamp() - start);
        }
    }

    // The total comes before the jobs, as PowerShell has it, and so the jobs wait for it.
    private void WriteCounted(JobStream stream, ListingReader reader, bool isFromStart)
    {
        var jobs = new List<CustomizationJob>();
        while (stream.Next() is { } job)
        {
            jobs.Add(job);
            stream.NoteConsumption(ticks: 0);
        }

        var accuracy = isFromStart && !reader.HasErrors ? 1 : 0;
        WriteObject(PagingParameters.NewTotalCount(stream.MatchCount, accuracy));
        WriteObject(jobs.Select(ColumnsFor(stream).Mark), enumerateCollection: true);
    }

    private static OriginColumns ColumnsFor(JobStream stream) =>
        new(stream.HasSeveralRegions, stream.HasSeveralAccounts);

    private JobQuery BuildQuery(int targetCount)
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
            query.CreatedAfter = DateTime.UtcNow - MaxAge;
            Refuse(NextToken is not null, nameof(SR.TokenWithMaxAge), SR.TokenWithMaxAge, NextToken);
        }

        Refuse(
            NextToken is not null && targetCount > 1,
            nameof(SR.TokenWithSeveralTargets),
            SR.TokenWithSeveralTargets,
            NextToken);
        Refuse(
            query.CreatedAfter >= query.CreatedBefore,
            nameof(SR.InvalidTimeRange),
            string.Format(CultureInfo.CurrentCulture, SR.InvalidTimeRange, CreatedAfter, CreatedBefore),
            CreatedAfter);
        return query;
    }

    private void Refuse(bool isContradiction, string errorId, string message, object? target)
    {
        if (isContradiction)
        {
            ThrowTerminatingError(ErrorRecordFactory.Contradiction(errorId, message, target));
        }
    }

    private DateTime? Bound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;
}
