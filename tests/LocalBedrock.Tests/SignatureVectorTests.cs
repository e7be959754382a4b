namespace LocalBedrock.Tests;

/// <summary>
/// Compares both sides of signing with signatures from other sources: AWS's published test suite for
/// Signature Version 4, and botocore.
/// </summary>
public sealed class SignatureVectorTests
{
    private static readonly Credential Suite = new("AKIDEXAMPLE", "20150830", "us-east-1", "service", "aws4_request");
    private static readonly Credential Bedrock = new("AKIAIOSFODNN7EXAMPLE", "20260102", "us-east-1", "bedrock", "aws4_request");

    private const string StopTarget =
        "/model-customization-jobs/arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Amodel-customization-job%2F"
        + "amazon.nova-micro-v1%3A0%3A128k%2Fabcdefghij12/stop";

    private const string StopSignature = "23640e978bde705426cfa902d19619837bb51db245422576249f02564c52bf58";

    private const string ListTarget =
        "/model-customization-jobs?nextToken=a%2Bb%2Fc%3D%3D&creationTimeAfter=2026-01-01T00%3A00%3A00Z";

    private const string ListSignature = "d6263d4b0caef083317de47986cd4c7b54ce3b0941d768861d16b6677c7b0a88";

    [Theory]
    [InlineData("GET", "/", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", "", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f")]
    [InlineData("GET", "/?Param1=value1", "", "", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb")]
    [InlineData("GET", "/?Param1=value2&Param1=Value1", "", "", "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/?Param1=value2&Param1=value1", "", "", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    [InlineData("GET", "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", "", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197")]
    [InlineData("GET", "/?ሴ=bar", "", "", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("POST", "/?Param1=value1", "", "", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11")]
    [InlineData("GET", "/", "My-Header1:value2,My-Header1:value2,My-Header1:value1", "", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea")]
    [InlineData("GET", "/", "My-Header1:value4,My-Header1:value1,My-Header1:value3,My-Header1:value2", "", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01")]
    [InlineData("GET", "/", "My-Header1: value1,My-Header2: \"a   b   c\"", "", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    [InlineData("POST", "/", "My-Header1:VALUE1", "", "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d")]
    [InlineData("POST", "/", "Content-Type:application/x-www-form-urlencoded", "Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData("GET", "/example/..", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/example1/example2/../..", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "//", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/./", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/./example", "", "", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5")]
    [InlineData("GET", "//example//", "", "", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    public void The_server_computes_the_signatures_of_the_published_suite(
        string method, string target, string headers, string body, string signature)
    {
        var request = Request(
            method, target, body, $"Host:example.amazonaws.com,X-Amz-Date:20150830T123600Z,{headers}");
        Assert.Equal(
            signature,
            Signature.Of(Canonical(request), "20150830T123600Z", Suite, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
    }

    [Theory]
    [InlineData("POST", StopTarget, "", StopSignature)]
    [InlineData("GET", ListTarget, ",X-Amz-Security-Token:tok+en/==", ListSignature)]
    public void The_server_computes_the_signatures_of_botocore(string method, string target, string headers, string signature)
    {
        var request = Request(method, target, "", $"Host:127.0.0.1:8080,X-Amz-Date:20260102T030405Z{headers}");
        Assert.Equal(signature, Signature.Of(Canonical(request), "20260102T030405Z", Bedrock, RequestSigner.First.Secret));
    }

    [Theory]
    [InlineData("POST", StopTarget, null, StopSignature)]
    [InlineData("GET", ListTarget, "tok+en/==", ListSignature)]
    public void The_tests_sign_as_botocore_does(string method, string target, string? sessionToken, string signature)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://127.0.0.1:8080{target}");
        var signer = RequestSigner.First with
        {
            SessionToken = sessionToken,
            Time = DateTime.Parse("2026-01-02T03:04:05Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        };
        signer.Sign(request);
        Assert.EndsWith($"Signature={signature}", request.Headers.NonValidated["Authorization"].ToString(), StringComparison.Ordinal);
    }

    private static ApiRequest Request(string method, string target, string body, string headers) => new(
        method,
        new RequestTarget(target),
        headers.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(h => h.Split(':', 2))
            .GroupBy(h => h[0].ToLowerInvariant(), h => h[1])
            .ToDictionary(g => g.Key, g => g.ToArray()),
        Encoding.UTF8.GetBytes(body));

    private static string Canonical(ApiRequest request) =>
        CanonicalRequest.Of(request, [.. request.Headers.Keys.Order(StringComparer.Ordinal)]);
}
