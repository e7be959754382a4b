using System.Security;

namespace BedrockJobs.Tests.Service;

public sealed class KeyRulesTests
{
    private const string Id = "AKIAIOSFODNN7EXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string Token = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJGMEQ=";

    [Fact]
    public void A_key_in_the_format_of_AWS_is_accepted_with_and_without_a_session_token()
    {
        Assert.Null(KeyRules.FaultOf(new AccessKey(Id, Secret, Token)));
        Assert.Null(KeyRules.FaultOf(new AccessKey(Id, Secret, null)));
        Assert.Null(KeyRules.FaultOf(new AccessKey(Id, Secret, string.Empty)));
    }

    [Theory]
    [InlineData("\n", "a line break")]
    [InlineData("\r\nX-Evil: 1", "a line break")]
    [InlineData(" ", "a space or tab")]
    [InlineData("\t", "a space or tab")]
    [InlineData("\0", "a control character")]
    [InlineData("\u007F", "a control character")]
    [InlineData("\u00A0", "a character that is not ASCII")]
    [InlineData("\u2028", "a character that is not ASCII")]
    [InlineData("\u010A", "a character that is not ASCII")]
    public void A_key_with_any_other_character_is_rejected_with_the_name_of_its_part(string wrong, string kind)
    {
        foreach (var at in new[] { 0, 5, Id.Length })
        {
            Assert.StartsWith($"the access key ID contains {kind},", KeyRules.FaultOf(new AccessKey(Id.Insert(at, wrong), Secret, Token)), StringComparison.Ordinal);
            Assert.StartsWith($"the secret access key contains {kind},", KeyRules.FaultOf(new AccessKey(Id, Secret.Insert(at, wrong), Token)), StringComparison.Ordinal);
            Assert.StartsWith($"the session token contains {kind},", KeyRules.FaultOf(new AccessKey(Id, Secret, Token.Insert(at, wrong))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_value_is_accepted_only_if_it_is_visible_ASCII_and_never_quoted()
    {
        Gen.String.Sample(text =>
        {
            var fault = KeyRules.FaultOf("it", text);

            Assert.Equal(text.All(letter => letter is > ' ' and < '\u007F'), fault is null);
            Assert.Equal(fault, KeyRules.FaultOf("it", text + text));
        });
    }

    [Fact]
    public void The_value_of_a_header_can_also_contain_spaces_between_words()
    {
        Assert.Null(KeyRules.FaultOfHeader("it", "Bearer abc"));
        Assert.NotNull(KeyRules.FaultOfHeader("it", "Bearer\tabc"));
        Assert.NotNull(KeyRules.FaultOfHeader("it", "Bearer abc\n"));
        Assert.NotNull(KeyRules.FaultOfHeader("it", "Bearer \u00E4"));
    }

    [Fact]
    public void A_credential_with_an_invalid_password_is_rejected_without_quoting_it()
    {
        var transformation = new CredentialTransformationAttribute();

        var exception = Assert.Throws<ArgumentTransformationMetadataException>(
            () => transformation.Transform(null!, new PSCredential(Id, Secure(Secret + " "))));

        Assert.Contains("-Credential", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the secret access key contains a space or tab", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.NotNull(transformation.Transform(null!, new PSCredential(Id, Secure(Secret))));
    }

    [Fact]
    public void An_invalid_session_token_is_rejected_without_quoting_it()
    {
        var fault = GivenCredential.FaultOf(Secure(Token + "\r\n"));

        Assert.StartsWith("-SessionToken takes the session token", fault, StringComparison.Ordinal);
        Assert.Contains("a line break", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, fault, StringComparison.Ordinal);
        Assert.Null(GivenCredential.FaultOf(Secure(Token)));
    }

    private static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;
}
