using System;
using System.Net;
using System.Threading.Tasks;
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

    static InstanceMetadata() => EC2InstanceMetadata.Proxy = Direct;

    /// <summary>Where the service is.</summary>
    public static string Endpoint => EC2InstanceMetadata.ServiceEndpoint;

    /// <summary>Whether the user lets it be asked: AWS_EC2_METADATA_DISABLED.</summary>
    public static bool IsAllowed => EC2InstanceMetadata.IsIMDSEnabled;

    /// <summary>The instance's Region; null where there is no instance.</summary>
    public static string? Region() => Within(Limit, () => EC2InstanceMetadata.Region?.SystemName);

    /// <summary>The credentials of the instance's role; null where there are none.</summary>
    public static AWSCredentials? Credentials() => Within(Limit, () =>
    {
        var credentials = new InstanceProfileAWSCredentials(Direct);
        credentials.GetCredentials();
        return credentials;
    });

    // Whatever goes wrong, there is nothing to be had, and that is what the user needs to know.
    private static T? Within<T>(TimeSpan limit, Func<T?> ask)
        where T : class
    {
        if (!IsAllowed)
        {
            return null;
        }

        try
        {
            var answer = Task.Run(ask);
            return answer.Wait(limit) ? answer.Result : null;
        }
        catch (AggregateException)
        {
            return null;
        }
    }
}
