using System;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Util;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// What the metadata service of an EC2 instance tells. Where there is none the SDK takes some 15 seconds to find out; an
/// instance's answers within milliseconds.
/// </summary>
internal static class InstanceMetadata
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // The address is of this machine alone; no proxy can know it.
    private static readonly WebProxy Direct = new();

    // By command, whose targets share one answer; the next command asks anew.
    private static readonly ConditionalWeakTable<object, TimedAnswer<AWSCredentials>> CredentialsAnswers = [];
    private static readonly ConditionalWeakTable<object, TimedAnswer<string>> RegionAnswers = [];

    static InstanceMetadata() => EC2InstanceMetadata.Proxy = Direct;

    /// <summary>Where the service is.</summary>
    public static string Endpoint => EC2InstanceMetadata.ServiceEndpoint;

    /// <summary>Whether the user lets it be asked: AWS_EC2_METADATA_DISABLED.</summary>
    public static bool IsAllowed => EC2InstanceMetadata.IsIMDSEnabled;

    /// <summary>The instance's Region; null where there is no instance.</summary>
    public static string? Region() => Ask(RegionAnswers, () => EC2InstanceMetadata.Region?.SystemName);

    /// <summary>The credentials of the instance's role, which renew themselves; null where there are none.</summary>
    public static AWSCredentials? Credentials() => Ask(CredentialsAnswers, () =>
    {
        ForgetEndpoint();
        var credentials = new InstanceProfileAWSCredentials(Direct);
        credentials.GetCredentials();
        return credentials;
    });

    private static T? Ask<T>(ConditionalWeakTable<object, TimedAnswer<T>> answers, Func<T?> ask)
        where T : class =>
        IsAllowed
            ? answers.GetValue(IdentityContext.Current?.Command ?? new object(), _ => new TimedAnswer<T>(ask)).Within(Limit)
            : null;

    // The SDK notes the address once in a process. There is no public way to have it look again.
    private static void ForgetEndpoint() => typeof(InstanceProfileAWSCredentials)
        .GetMethod("ResetServiceEndpoint", BindingFlags.NonPublic | BindingFlags.Static)!
        .Invoke(null, null);
}
