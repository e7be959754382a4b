namespace BedrockJobs.Aws.Tests.Http;

public sealed class UserAgentTextTests
{
    [Theory]
    [InlineData("My App", "My-App")]
    [InlineData("a/b", "a-b")]
    [InlineData("#!$%&'*+-.^_`|~,", "#!$%&'*+-.^_`|~,")]
    [InlineData("Zo\u00EB\r\n", "Zo---")]
    public void A_character_that_cannot_be_sent_becomes_a_hyphen(string text, string sent) => Assert.Equal(sent, UserAgentText.Part(text));

    [Theory]
    [InlineData("sdk/1 ua/2.1 exec-env/CI Zo\u00EB md/core#4 app/x", "sdk/1 ua/2.1 exec-env/CI-Zo- md/core#4 app/x")]
    [InlineData("sdk/1 exec-env/a/b", "sdk/1 exec-env/a-b")]
    [InlineData("sdk/1 exec-env/a\r\nb md/core \u00E4", "sdk/1 exec-env/a--b md/core -")]
    [InlineData("sdk/1 md/core#4", "sdk/1 md/core#4")]
    public void The_header_can_be_sent_whatever_the_environment_contains(string header, string sent)
    {
        using var request = new HttpRequestMessage();
        request.Headers.TryAddWithoutValidation("User-Agent", header);

        UserAgentText.Clean(request.Headers);

        Assert.Equal(sent, request.Headers.NonValidated["User-Agent"].ToString());
    }

    [Fact]
    public void A_request_without_the_header_stays_without_it()
    {
        using var request = new HttpRequestMessage();

        UserAgentText.Clean(request.Headers);

        Assert.Empty(request.Headers);
    }
}
