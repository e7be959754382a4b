namespace BedrockJobs.Waiting;

/// <summary>Tells failures that may pass, which a wait outlasts, from those that won't.</summary>
internal static class PassingFailure
{
    /// <param name="errorId">What failed.</param>
    /// <param name="canRenewKey">Whether the identity can get a new key.</param>
    public static bool Is(BedrockErrorId errorId, bool canRenewKey) => errorId switch
    {
        BedrockErrorId.Throttled
            or BedrockErrorId.ServiceFault
            or BedrockErrorId.ConnectionFailed
            or BedrockErrorId.RequestTimedOut
            or BedrockErrorId.MalformedResponse
            or BedrockErrorId.RepeatedToken => true,

        // There was a key when the wait began. Whoever hands keys out may do so again, such as after a new login.
        BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsNotFound => canRenewKey,
        _ => false,
    };
}
