namespace BedrockJobs.Aws.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("https://other.example.com/login", "https://other.example.com/login")]
    [InlineData("https://other.example.com:8443/login", "https://other.example.com:8443/login")]
    [InlineData("https://me:hunter2@other.example.com/login?token=hunter2#hunter2", "https://other.example.com/login")]
    [InlineData("/elsewhere?token=hunter2", "http://bedrock.example.com/elsewhere")]
    [InlineData("//other.example.com", "http://other.example.com/")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd")]
    [InlineData("http://[bad/path?token=hunter2", "http://[bad/path")]
    [InlineData("mailto:me@example.com", "mailto:")]
    public void The_address_is_shown_without_parts_that_can_be_secret(string location, string told)
    {
        var message = MessageOf(location);
        Assert.StartsWith("HTTP 302 redirects to " + told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_redirect_without_a_target_is_reported_as_such(string? location) =>
        Assert.Equal("HTTP 302 is a redirect without a target", MessageOf(location));

    [Fact]
    public void A_long_address_is_cut_short() => Assert.True(MessageOf("http://a/" + new string('x', 5000)).Length < 300);

    [Fact]
    public void A_redirect_is_a_malformed_response_from_any_service()
    {
        var redirect = new RedirectException(HttpStatusCode.Found, new Uri("http://a"), "http://b\u001b[2J/", "request-1");

        var failure = ErrorTranslator.Translate(new Amazon.Runtime.AmazonClientException("around it", redirect), "Listing", new SentSecrets())!;

        Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
        Assert.Equal(302, failure.StatusCode);
        Assert.Equal("request-1", failure.RequestId);
        Assert.DoesNotContain('\u001b', failure.Message);
    }

    private static string MessageOf(string? location) =>
        new RedirectException(HttpStatusCode.Found, new Uri("http://bedrock.example.com/jobs"), location, requestId: null).Message;
}
