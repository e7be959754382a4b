using System.Net.Sockets;

namespace BedrockJobs.Aws.Tests.Http;

public sealed class ErrorTranslatorTests
{
    [Theory]
    [InlineData("AccessDeniedException", 403, BedrockErrorId.AccessDenied)]
    [InlineData("ValidationException", 400, BedrockErrorId.ValidationFailed)]
    [InlineData("ThrottlingException", 429, BedrockErrorId.Throttled)]
    [InlineData("InternalServerException", 500, BedrockErrorId.ServiceFault)]
    [InlineData("ResourceNotFoundException", 404, BedrockErrorId.ValidationFailed)]
    [InlineData("UnrecognizedClientException", 403, BedrockErrorId.CredentialsRejected)]
    [InlineData("InvalidSignatureException", 403, BedrockErrorId.CredentialsRejected)]
    [InlineData("IncompleteSignature", 400, BedrockErrorId.CredentialsRejected)]
    [InlineData("MissingAuthenticationTokenException", 403, BedrockErrorId.CredentialsRejected)]
    [InlineData("ExpiredTokenException", 403, BedrockErrorId.CredentialsExpired)]
    [InlineData("UnknownOperationException", 404, BedrockErrorId.OperationNotSupported)]
    [InlineData("SomethingNewException", 403, BedrockErrorId.AccessDenied)]
    [InlineData("SomethingNewException", 429, BedrockErrorId.Throttled)]
    [InlineData("SomethingNewException", 400, BedrockErrorId.ValidationFailed)]
    [InlineData("SomethingNewException", 502, BedrockErrorId.ServiceFault)]
    [InlineData("BadGateway", 502, BedrockErrorId.ServiceFault)]
    [InlineData("NotFound", 404, BedrockErrorId.MalformedResponse)]
    [InlineData(null, 404, BedrockErrorId.MalformedResponse)]
    [InlineData(null, 302, BedrockErrorId.MalformedResponse)]
    public void A_response_is_classified_by_its_error_code_or_its_status(string? code, int status, BedrockErrorId expected)
    {
        var reply = new AmazonServiceException("words")
        {
            ErrorCode = code,
            StatusCode = (HttpStatusCode)status,
            RequestId = "request-1",
        };

        var failure = ErrorTranslator.Translate(reply, "Listing", new SentSecrets())!;

        Assert.Equal(expected, failure.ErrorId);
        Assert.Equal("request-1", failure.RequestId);
        Assert.Equal(status, failure.StatusCode);
    }

    [Fact]
    public void Only_the_first_line_about_a_rejected_signature_is_shown_because_the_rest_quotes_the_session_token()
    {
        var reply = new AmazonServiceException("Does not match.\n\nx-amz-security-token:SECRET")
        {
            ErrorCode = "InvalidSignatureException",
            StatusCode = HttpStatusCode.Forbidden,
        };

        var failure = ErrorTranslator.Translate(reply, "Listing", new SentSecrets())!;

        Assert.Contains("Does not match", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Exception, BedrockErrorId> Failures => new()
    {
        { new TimeoutException(), BedrockErrorId.RequestTimedOut },
        { new TaskCanceledException(), BedrockErrorId.RequestTimedOut },
        { new HttpRequestException("refused", new SocketException(111)), BedrockErrorId.ConnectionFailed },
        { new IOException("reset"), BedrockErrorId.ConnectionFailed },
        { new AmazonUnmarshallingException("unreadable", "/", new IOException("broke off")), BedrockErrorId.ConnectionFailed },
        { new AmazonUnmarshallingException("unreadable", "/", new FormatException("no JSON")), BedrockErrorId.MalformedResponse },
        { new AmazonClientException("Failed to resolve AWS credentials."), BedrockErrorId.CredentialsNotFound },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_missing_response_is_classified_by_its_cause(Exception exception, BedrockErrorId expected)
    {
        Assert.Equal(expected, ErrorTranslator.Translate(exception, "Listing", new SentSecrets())?.ErrorId);
    }

    [Fact]
    public void A_bug_in_the_module_is_not_reported_as_another_error()
    {
        Assert.Null(ErrorTranslator.Translate(new InvalidOperationException(), "Listing", new SentSecrets()));
    }
}
