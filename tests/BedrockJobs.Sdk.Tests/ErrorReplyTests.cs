using Amazon.Bedrock;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The exceptions for error responses.</summary>
public sealed class ErrorReplyTests
{
    public static TheoryData<string, int, Type> Modelled { get; } = new()
    {
        { "AccessDeniedException", 403, typeof(AccessDeniedException) },
        { "ConflictException", 400, typeof(ConflictException) },
        { "InternalServerException", 500, typeof(InternalServerException) },
        { "ResourceNotFoundException", 404, typeof(ResourceNotFoundException) },
        { "ThrottlingException", 429, typeof(ThrottlingException) },
        { "ValidationException", 400, typeof(ValidationException) },
    };

    [Theory]
    [MemberData(nameof(Modelled))]
    public async Task A_modeled_error_is_identified_by_its_header(string code, int status, Type type)
    {
        var error = await StoppingAsync(Reply.Json(
            """{"message":"because"}""",
            status,
            $"x-amzn-ErrorType: {code}:http://internal.amazon.com/coral/",
            "x-amzn-RequestId: id-1"));

        Assert.IsType(type, error);
        Assert.Equal(
            ("because", code, "id-1", status),
            (error.Message, error.ErrorCode, error.RequestId, (int)error.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Modelled))]
    public async Task A_modeled_error_is_identified_by_its_body(string code, int status, Type type)
    {
        var error = await StoppingAsync(Reply.Json(
            $$"""{"__type":"com.amazonaws.bedrock#{{code}}","Message":"because"}""", status));

        Assert.IsType(type, error);
        Assert.Equal(("because", code, status), (error.Message, error.ErrorCode, (int)error.StatusCode));
    }

    [Theory]
    [InlineData("UnrecognizedClientException", 403)]
    [InlineData("InvalidSignatureException", 403)]
    [InlineData("ExpiredTokenException", 403)]
    [InlineData("MissingAuthenticationTokenException", 403)]
    [InlineData("IncompleteSignature", 400)]
    [InlineData("ServiceUnavailableException", 503)]
    public async Task Any_other_error_keeps_its_code(string code, int status)
    {
        var error = await StoppingAsync(Reply.Json("""{"message":"because"}""", status, $"x-amzn-ErrorType: {code}"));

        Assert.IsType<AmazonBedrockException>(error);
        Assert.Equal(("because", code, status), (error.Message, error.ErrorCode, (int)error.StatusCode));
    }

    [Fact]
    public async Task An_error_without_a_message_has_its_code()
    {
        var error = await StoppingAsync(Reply.Json("{}", 400, "x-amzn-ErrorType: ValidationException"));

        Assert.IsType<ValidationException>(error);
        Assert.Contains("ValidationException", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_request_id_has_an_empty_one()
    {
        Assert.Empty((await StoppingAsync(Reply.Json("{}", 400, "x-amzn-ErrorType: ValidationException"))).RequestId);
    }

    // Core continues to read in the middle of a value here, and drops the whole error, including its header.
    [Fact]
    public async Task An_error_whose_body_breaks_off_keeps_only_its_status()
    {
        var error = await StoppingAsync(Reply.Json(
            """{"message":"bec""", 400, "x-amzn-ErrorType: ValidationException"));

        Assert.IsType<AmazonUnmarshallingException>(error);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Theory]
    [InlineData(429, "ThrottlingException", 3)]
    [InlineData(500, "InternalServerException", 3)]
    [InlineData(502, "", 3)]
    [InlineData(503, "ServiceUnavailableException", 3)]
    [InlineData(504, "", 3)]
    [InlineData(400, "ValidationException", 1)]
    [InlineData(403, "AccessDeniedException", 1)]
    [InlineData(404, "ResourceNotFoundException", 1)]
    [InlineData(408, "", 1)]
    public async Task Only_a_temporary_error_is_retried(int status, string code, int attempts)
    {
        await using var server = new LoopbackServer(Reply.Json("{}", status, $"x-amzn-ErrorType: {code}"));
        using var client = TestClient.Of(server, config => config.MaxErrorRetry = 2);

        await Assert.ThrowsAnyAsync<AmazonServiceException>(client.ListAsync);

        Assert.Equal(attempts, server.Requests.Count);
    }

    private static async Task<AmazonServiceException> StoppingAsync(Reply reply)
    {
        await using var server = new LoopbackServer(reply);
        using var client = TestClient.Of(server);
        return await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken));
    }
}
