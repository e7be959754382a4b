namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Error responses, including those that no AWS service sends.</summary>
public sealed class HostileErrorReplyTests
{
    [Theory]
    [InlineData("{\"message\":\"because\"}", "ThrottlingException:http://internal.amazon.com/coral/")]
    [InlineData("{\"__type\":\"com.amazonaws.bedrock#ThrottlingException\",\"Message\":\"because\"}", null)]
    [InlineData("{\"code\":\"ThrottlingException\",\"message\":\"because\"}", null)]
    [InlineData("<ErrorResponse><Error><Code>ThrottlingException</Code><Message>because</Message></Error></ErrorResponse>", null)]
    public async Task The_error_code_comes_from_the_header_or_the_body(string body, string? header)
    {
        var failure = await FailAsync(429, body, header);

        Assert.Equal(BedrockErrorId.Throttled, failure.ErrorId);
        Assert.Equal(("ThrottlingException", "id-1", 429), (failure.ErrorCode, failure.RequestId, failure.StatusCode));
        Assert.Contains("because", failure.Message, StringComparison.Ordinal);
    }

    // The code in the header is sufficient, whatever the body contains.
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("{\"message\":\"bec")]
    [InlineData("{\"message\":{}}")]
    [InlineData("{\"message\":[\"a\"]}")]
    [InlineData("{\"message\":12,\"__type\":false}")]
    [InlineData("{\"message\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"error\":{\"error\":{\"error\":{}}}}")]
    [InlineData("12")]
    [InlineData("\"text\"")]
    [InlineData("[[[[")]
    [InlineData("null")]
    [InlineData("<")]
    [InlineData("<html>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")]
    [InlineData("<x></x></x>")]
    public async Task An_error_keeps_its_code_whatever_its_body_contains(string body)
    {
        var failure = await FailAsync(400, body, "ValidationException");

        Assert.Equal((BedrockErrorId.ValidationFailed, "ValidationException"), (failure.ErrorId, failure.ErrorCode));
    }

    [Theory]
    [InlineData(403, "{\"message\":{}}", BedrockErrorId.AccessDenied)]
    [InlineData(400, "{\"message\":{}}", BedrockErrorId.MalformedResponse)]
    [InlineData(404, "[]", BedrockErrorId.MalformedResponse)]
    [InlineData(503, "12", BedrockErrorId.ServiceFault)]
    [InlineData(429, "", BedrockErrorId.Throttled)]
    public async Task An_error_without_a_code_is_classified_by_its_status(int status, string body, BedrockErrorId expected)
    {
        Assert.Equal(expected, (await FailAsync(status, body, header: null)).ErrorId);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("<a>")]
    public async Task Deep_nesting_in_an_error_is_harmless(string opening)
    {
        var body = string.Concat(System.Linq.Enumerable.Repeat(opening, 100_000));

        Assert.Equal(BedrockErrorId.ServiceFault, (await FailAsync(500, body, header: null)).ErrorId);
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("<html><body><hr>Bad gateway")]
    [InlineData("<!DOCTYPE html>\n<html>&nbsp;Bad gateway</html>")]
    [InlineData("\n  <html>Bad gateway</html>")]
    [InlineData("Bad gateway")]
    [InlineData("[\"Bad gateway\"]")]
    public async Task The_message_of_a_proxy_or_gateway_is_shown(string body)
    {
        var failure = await FailAsync(502, body, header: null);

        Assert.Equal((BedrockErrorId.ServiceFault, 502), (failure.ErrorId, failure.StatusCode));
        Assert.Contains("HTTP 502 (BadGateway) without an AWS error code", failure.Message, StringComparison.Ordinal);
    }

    private static Task<BedrockRequestException> FailAsync(int status, string body, string? header) => ReplyCase.FailListAsync(
        header is null
            ? Reply.Json(body, status, "x-amzn-RequestId: id-1")
            : Reply.Json(body, status, "x-amzn-RequestId: id-1", $"x-amzn-ErrorType: {header}"));
}
