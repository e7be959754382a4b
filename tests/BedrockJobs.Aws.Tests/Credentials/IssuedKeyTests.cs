namespace BedrockJobs.Aws.Tests.Credentials;

public sealed class IssuedKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("\"key\"")]
    [InlineData("""{"AccessKeyId": "key"}""")]
    [InlineData("""{"AccessKeyId": 1, "SecretAccessKey": "secret"}""")]
    [InlineData("""{"AccessKeyId": "", "SecretAccessKey": "secret"}""")]
    public void A_response_without_a_key_gives_none(string body) => Assert.Null(IssuedKey.Read(body));
}
