using System;

namespace BedrockJobs.Tests.Waiting;

/// <summary>What is wrong with a service for some time: requests fail, or are late.</summary>
/// <param name="From">When it begins, by the wait's clock.</param>
/// <param name="To">When it is over.</param>
/// <param name="ErrorId">How requests fail; null for requests that succeed.</param>
/// <param name="Latency">By how much they are late.</param>
/// <param name="HitsList">Whether listings are hit.</param>
/// <param name="HitsGet">Whether requests for a job are hit.</param>
/// <param name="RetryAfter">How long failed requests ask to wait.</param>
internal sealed record Disturbance(
    TimeSpan From,
    TimeSpan To,
    BedrockErrorId? ErrorId,
    TimeSpan Latency = default,
    bool HitsList = true,
    bool HitsGet = true,
    TimeSpan? RetryAfter = null);
