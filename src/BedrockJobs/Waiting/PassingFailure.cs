namespace BedrockJobs.Waiting;

/// <summary>
/// Distinguishes failures that might be transient, so that the wait continues, from permanent failures.
/// </summary>
internal static class PassingFailure
{
    /// <param name="errorId">The kind of failure.</param>
    /// <param name="canRenewKey">Whether the identity can get a new key.</param>
    public static bool Is(BedrockErrorId errorId, bool canRenewKey) => errorId switch
    {
        BedrockErrorId.Throttled
            or BedrockErrorId.ServiceFault
            or BedrockErrorId.ConnectionFailed
            or BedrockErrorId.RequestTimedOut
            or BedrockErrorId.MalformedResponse
            or BedrockErrorId.RepeatedToken => true,

        // There was a key when the wait began, and there might be one again, such as after the user signs in.
        BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsNotFound => canRenewKey,
        _ => false,
    };
}
