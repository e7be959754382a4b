using System.Collections.Generic;

namespace BedrockJobs.Service;

/// <summary>Makes connections, and knows what there is to connect to. Implemented beside <see cref="IBedrockService"/>.</summary>
internal interface IBedrockServiceFactory
{
    /// <summary>The Regions that the AWS SDK knows; there may be newer ones.</summary>
    IReadOnlyList<AwsRegion> Regions { get; }

    /// <summary>Chooses identity, Region and endpoint, and sees to it that there are credentials; asks Bedrock nothing yet.</summary>
    /// <exception cref="BedrockRequestException">What is set or configured does not make a connection.</exception>
    IBedrockService Connect(ConnectionSettings settings);

    /// <summary>The names of the profiles in the AWS files in effect.</summary>
    /// <param name="profileLocation">The credentials file to read in place of the usual one.</param>
    IReadOnlyList<string> ProfileNames(string? profileLocation);
}
