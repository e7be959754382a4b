using System.Net.Http.Headers;

namespace BedrockJobs.Aws.Tests.Http;

public sealed class SentSecretsTests
{
    private const string Signature = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("Authorization", "Bearer the-api-key", "the-api-key was refused", "*** was refused")]
    [InlineData("Authorization", "Bearer the-api-key", "got 'Bearer the-api-key'", "got '***'")]
    [InlineData("Authorization", "the-container-token", "the-container-token?", "***?")]
    [InlineData("X-Amz-Security-Token", "a+b/c+d/e=", "token a+b/c+d/e=", "token ***")]
    [InlineData("x-amz-security-token", "a+b/c+d/e=", "token a%2Bb%2Fc%2Bd%2Fe%3D", "token ***")]
    [InlineData("x-amz-sso_bearer_token", "login-token", "login-token", "***")]
    [InlineData("X-aws-ec2-metadata-token", "metadata-token", "metadata-token", "***")]
    [InlineData("User-Agent", "BedrockJobs", "BedrockJobs", "BedrockJobs")]
    public void A_secret_sent_in_a_header_is_hidden(string header, string value, string text, string expected)
    {
        using var request = new HttpRequestMessage();
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(expected, Hidden(request, text));
    }

    [Theory]
    [InlineData("Action=AssumeRole&TokenCode=246810", "application/x-www-form-urlencoded", "246810 is wrong", "*** is wrong")]
    [InlineData("WebIdentityToken=a.b%3Dc.d&Action=X", "application/x-www-form-urlencoded", "a.b=c.d", "***")]
    [InlineData("Action=AssumeRole&RoleArn=arn%3Aaws", "application/x-www-form-urlencoded", "AssumeRole of arn:aws", "AssumeRole of arn:aws")]
    [InlineData("""{"clientId":"the-client","clientSecret":"the-secret","refreshToken":"the-token"}""", "application/json", "the-secret, the-token, the-client", "***, ***, the-client")]
    public async Task A_secret_in_a_body_is_hidden_and_still_sent(string body, string type, string text, string expected)
    {
        using var request = new HttpRequestMessage();
        request.Content = new ReadOnlyMemoryContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Assert.Equal(expected, Hidden(request, text));
        Assert.Equal(body, await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Credential=AKIA/x, Signature=" + Signature, "Credential=AKIA/x, Signature=***")]
    [InlineData("?X-Amz-Signature=" + Signature + "&a=b", "?X-Amz-Signature=***&a=b")]
    [InlineData("Signature=short", "Signature=short")]
    public void A_signature_is_hidden_for_every_request(string text, string expected)
    {
        Assert.Equal(expected, new SentSecrets().Hide(text));
    }

    [Fact]
    public void A_part_of_the_key_is_hidden_even_if_another_part_begins_with_it()
    {
        var secrets = new SentSecrets();
        secrets.Note(new ImmutableCredentials("AKIAEXAMPLE", "secret-key", "secret-key-and-token"));

        Assert.Equal("*** *** AKIAEXAMPLE", secrets.Hide("secret-key-and-token secret-key AKIAEXAMPLE"));
    }

    [Fact]
    public void The_password_of_a_proxy_is_hidden_as_text_and_as_the_header_encodes_it()
    {
        var secrets = new SentSecrets();
        secrets.NoteProxy("me", "pass-word");

        Assert.Equal("*** Basic ***", secrets.Hide("pass-word Basic " + Convert.ToBase64String("me:pass-word"u8)));
    }

    [Fact]
    public void A_secret_is_hidden_completely_whatever_text_surrounds_it() => Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 6, 60], Gen.String[0, 40], Gen.String[0, 40]).Sample((secret, before, after) =>
    {
        var secrets = new SentSecrets();
        secrets.Note(new ImmutableCredentials("AKIAEXAMPLE", secret, null));

        Assert.DoesNotContain(secret, ReplyText.Of(before + secret + after, secrets), StringComparison.Ordinal);
        Assert.Null(secrets.Hide(null));
    });

    private static string? Hidden(HttpRequestMessage request, string text)
    {
        var secrets = new SentSecrets();
        secrets.Note(request);
        return secrets.Hide(text);
    }
}
