using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

// The AWS SDK keeps its settings in environment variables and statics of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace AwsEnvironment;

/// <summary>Removes the AWS settings of the computer from the tests.</summary>
internal static class CleanEnvironment
{
    // The SDK reads most variables once, so they must be removed before the first use.
    [ModuleInitializer]
    internal static void Clean()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().ToList())
        {
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name == "REQUESTS_CA_BUNDLE")
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }
}
