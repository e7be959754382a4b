namespace BedrockJobs.Aws.Tests.Http;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("Rate exceeded", "Rate exceeded")]
    [InlineData("The signature is wrong.\n\nThe Canonical String was 'GET'", "The signature is wrong.")]
    [InlineData("a < b", "a < b")]
    [InlineData("HTTP 502 without an error code: <html>\n<title>Bad Gateway</title>", "HTTP 502 without an error code: Bad Gateway")]
    [InlineData("<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body></html>", "502 Bad Gateway")]
    [InlineData("<!DOCTYPE html>\n<HTML><TITLE lang='en'>\n Sign in &amp; go on \n</TITLE>", "Sign in & go on")]
    [InlineData("<html><title></title><style>b { x: y }</style><!-- no --><body><h1>Bad&nbsp;Request</h1>\n<p>No such host</p></body>", "Bad Request No such host")]
    [InlineData("<body><script>alert('<b>')</script>Denied</body>", "Denied")]
    [InlineData("<html>", "")]
    [InlineData("", "")]
    public void An_HTML_page_is_shown_as_its_title_or_text_and_other_text_as_its_first_line(string reply, string expected)
    {
        Assert.Equal(expected, ReplyText.Of(reply, new SentSecrets()));
    }

    [Fact]
    public void Any_long_or_broken_page_is_read_quickly()
    {
        var page = "<html>" + string.Concat(Enumerable.Repeat("<script><!-- <", 100_000)) + new string('<', 1_000_000);

        Assert.True(ReplyText.Of(page, new SentSecrets()).Length < 100_000);
    }
}
