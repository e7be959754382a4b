namespace BedrockJobs.Commands;

// The queries that the parameters ask for, and their places.
public sealed partial class GetBdrCustomizationJobCommand
{
    // The places where a listing stopped, each with its own page.
    private IEnumerable<(Place Place, JobQuery Query)> PlacesOf(JobQuery query)
    {
        ThrowIfGiven(Paging, nameof(SR.PagingOfQuery), SR.PagingOfQuery);
        ThrowIf(!query.IsResumable, nameof(SR.QueryNotResumable), SR.QueryNotResumable, query);
        ThrowIf(query.UsesCredential && Credential is null, nameof(SR.QueryNeedsCredential), SR.QueryNeedsCredential, query);
        var hasPageSize = MyInvocation.BoundParameters.ContainsKey(nameof(PageSize));
        return
        [
            .. from rest in query.Rests
               let location = ExistingFile(ProfileLocation ?? rest.ProfileLocation)
               select (Run.PlaceOf(Places.Of(rest, location)), rest.Page(rest.NextToken, hasPageSize ? PageSize : rest.PageSize)),
        ];
    }

    private JobQuery BuildQuery(int placeCount)
    {
        var isRecent = ParameterSetName == RecentSet;
        var query = new JobQuery
        {
            Name = [.. Name ?? []],
            NameContains = NameContains,
            Status = [.. Status ?? []],
            CreatedAfter = isRecent ? DateTime.UtcNow - MaxAge : IfBound(nameof(CreatedAfter), CreatedAfter),
            CreatedBefore = IfBound(nameof(CreatedBefore), CreatedBefore),
            SortBy = SortBy,
            SortOrder = SortOrder,
            PageSize = PageSize,
            NextToken = NextToken,
            Skip = PagingParameters.Skip,
            First = PagingParameters.First,
            ProfileLocation = ProfileLocation is null ? null : GetUnresolvedProviderPathFromPSPath(ProfileLocation),
            EndpointUrl = EndpointUrl,
            UsesCredential = Credential is not null,
        };
        ThrowIf(NextToken is not null && isRecent, nameof(SR.TokenWithMaxAge), SR.TokenWithMaxAge, NextToken);
        ThrowIf(
            NextToken is not null && placeCount > 1, nameof(SR.TokenWithSeveralTargets), SR.TokenWithSeveralTargets, NextToken);
        ThrowIf(
            query.CreatedAfter >= query.CreatedBefore,
            nameof(SR.InvalidTimeRange),
            SR.InvalidTimeRange.With(CreatedAfter, CreatedBefore),
            CreatedAfter);
        return query;
    }

    private DateTime? IfBound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;
}
