using Amazon.Runtime;

namespace BedrockJobs.Tests.Identity
{
    public sealed class OtherSdkCredentialsTests
    {
        [Fact]
        public void A_failure_of_the_other_SDK_is_told_by_its_type_and_not_by_its_message_which_might_quote_a_key()
        {
            var credentials = new AWSCredentials();
            Assert.True(OtherSdkCredentials.IsCredentials(credentials));

            var failure = Assert.Throws<BedrockRequestException>(() => OtherSdkCredentials.Read(credentials));

            Assert.Equal(BedrockErrorId.CredentialsNotFound, failure.ErrorId);
            Assert.Contains(nameof(TimeoutException), failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
        }
    }
}

namespace Amazon.Runtime
{
    /// <summary>Credentials of another SDK, by the name of their type, which provide no key.</summary>
    internal sealed class AWSCredentials
    {
        private readonly TimeoutException _failure = new("SECRET");

        public object GetCredentials() => throw _failure;
    }
}
