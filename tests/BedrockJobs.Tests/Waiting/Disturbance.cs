namespace BedrockJobs.Tests.Waiting;

/// <summary>A temporary fault of a service: requests fail or are late.</summary>
/// <param name="From">The start, by the clock of the wait.</param>
/// <param name="To">The end.</param>
/// <param name="ErrorId">The error of requests; null for requests that succeed.</param>
/// <param name="Latency">The delay of responses.</param>
/// <param name="HitsList">Whether listings are affected.</param>
/// <param name="HitsGet">Whether requests for a job are affected.</param>
/// <param name="RetryAfter">The delay that failed requests specify.</param>
internal sealed record Disturbance(
    TimeSpan From,
    TimeSpan To,
    BedrockErrorId? ErrorId,
    TimeSpan Latency = default,
    bool HitsList = true,
    bool HitsGet = true,
    TimeSpan? RetryAfter = null);
