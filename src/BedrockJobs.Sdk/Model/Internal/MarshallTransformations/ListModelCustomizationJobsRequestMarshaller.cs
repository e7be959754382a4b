using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Creates the HTTP request of ListModelCustomizationJobs.</summary>
public sealed class ListModelCustomizationJobsRequestMarshaller
    : IMarshaller<IRequest, ListModelCustomizationJobsRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private ListModelCustomizationJobsRequestMarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ListModelCustomizationJobsRequestMarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((ListModelCustomizationJobsRequest)input);

    /// <summary>Creates the request. Members that are null are left out.</summary>
    public IRequest Marshall(ListModelCustomizationJobsRequest input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = BedrockRequestFactory.Create(input, "GET", "/model-customization-jobs");
        request.UseQueryString = true;
        Add("creationTimeAfter", StringUtils.FromDateTimeToISO8601WithOptionalMs(input.CreationTimeAfter));
        Add("creationTimeBefore", StringUtils.FromDateTimeToISO8601WithOptionalMs(input.CreationTimeBefore));
        Add("maxResults", input.MaxResults is { } maxResults ? StringUtils.FromInt(maxResults) : null);
        Add("nameContains", input.NameContains);
        Add("nextToken", input.NextToken);
        Add("sortBy", input.SortBy);
        Add("sortOrder", input.SortOrder);
        Add("statusEquals", input.StatusEquals);
        return request;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Parameters.Add(name, value);
            }
        }
    }
}
