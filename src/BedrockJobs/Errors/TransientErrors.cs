namespace BedrockJobs.Errors;

/// <summary>Distinguishes failures that might be transient from permanent ones.</summary>
internal static class TransientErrors
{
    /// <summary>Whether the same request might succeed a moment later.</summary>
    public static bool MightPass(BedrockErrorId errorId) => errorId
        is BedrockErrorId.Throttled
        or BedrockErrorId.ServiceFault
        or BedrockErrorId.ConnectionFailed
        or BedrockErrorId.RequestTimedOut;

    /// <summary>Whether a wait of hours continues after this failure.</summary>
    /// <param name="canRenewKey">Whether the identity can get a new key, such as after the user signs in.</param>
    /// <param name="hasAnswered">
    /// Whether the place has answered before. Until then, nothing shows that the endpoint is right, and a typing error must
    /// fail at once, as in a listing.
    /// </param>
    public static bool MightPassInTime(BedrockErrorId errorId, bool canRenewKey, bool hasAnswered) =>
        errorId is BedrockErrorId.Throttled or BedrockErrorId.ServiceFault
        || (hasAnswered && (MightPass(errorId) || errorId is BedrockErrorId.MalformedResponse or BedrockErrorId.RepeatedToken))
        || (canRenewKey && errorId is BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsNotFound);
}
