using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;

namespace BedrockJobs.Floor;

/// <summary>Signs requests with the signer of AWS, outside of its pipeline.</summary>
internal sealed class RequestSigner
{
    private readonly AWS4Signer _signer = new();
    private readonly AmazonBedrockConfig _config = new()
    {
        AuthenticationRegion = ListingLoop.Required("AWS_REGION"),
        ServiceURL = ListingLoop.Required("AWS_ENDPOINT_URL_BEDROCK"),
    };
    private readonly string _accessKeyId = ListingLoop.Required("AWS_ACCESS_KEY_ID");
    private readonly string _secretAccessKey = ListingLoop.Required("AWS_SECRET_ACCESS_KEY");

    public void Sign(HttpRequestMessage request, string path)
    {
        var uri = request.RequestUri!;
        var signed = new DefaultRequest(new ListModelCustomizationJobsRequest(), "Amazon.Bedrock")
        {
            HttpMethod = request.Method.Method,
            Endpoint = new Uri(uri.GetLeftPart(UriPartial.Authority)),
            ResourcePath = path,
            UseQueryString = true,
        };
        foreach (var pair in uri.Query[1..].Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            signed.Parameters.Add(pair[..equals], Uri.UnescapeDataString(pair[(equals + 1)..]));
        }

        var result = _signer.SignRequest(signed, _config, new RequestMetrics(), _accessKeyId, _secretAccessKey);
        foreach (var (name, value) in signed.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", result.ForAuthorizationHeader);
    }
}
