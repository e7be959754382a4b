namespace BedrockJobs.Aws.Tests.Profiles;

public sealed class RetrySettingsTests
{
    private const string Profiles =
        """
        [default]
        max_attempts = 9
        retry_mode = adaptive
        [profile bare]
        region = us-east-1
        [profile own]
        max_attempts = 5
        retry_mode = adaptive
        [profile legacy]
        retry_mode = legacy
        """;

    [Theory]
    [InlineData("", "bare", 3, RequestRetryMode.Standard)]
    [InlineData("", "own", 5, RequestRetryMode.Adaptive)]
    [InlineData("", "legacy", 3, RequestRetryMode.Standard)]
    [InlineData("AWS_RETRY_MODE=legacy", "own", 5, RequestRetryMode.Standard)]
    [InlineData("AWS_MAX_ATTEMPTS=7", "own", 7, RequestRetryMode.Adaptive)]
    [InlineData("AWS_RETRY_MODE=standard", "own", 5, RequestRetryMode.Standard)]
    [InlineData("AWS_RETRY_MODE=adaptive AWS_MAX_ATTEMPTS=1", "bare", 1, RequestRetryMode.Adaptive)]
    public async Task Attempts_and_mode_come_from_the_environment_or_the_current_profile(
        string variables, string profile, int attempts, RequestRetryMode mode)
    {
        using var settings = new AwsSettings(variables, Profiles);

        await AppliesAsync(new ConnectionSettings { ProfileName = profile });
        settings.Set("AWS_PROFILE", profile);
        await AppliesAsync(new ConnectionSettings());

        async Task AppliesAsync(ConnectionSettings asked)
        {
            var configured = await ProfileChoice.FindAsync(asked, isNeeded: true);
            var config = BedrockConfiguration.Create(configured, "us-east-1", endpointUrl: null);

            Assert.Equal(attempts, config.MaxErrorRetry + 1);
            Assert.Equal(mode, config.RetryMode);
        }
    }
}
