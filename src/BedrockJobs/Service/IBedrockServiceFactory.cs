namespace BedrockJobs.Service;

/// <summary>
/// Creates connections and lists Regions and profiles. It's implemented in the same assembly as <see
/// cref="IBedrockService"/>.
/// </summary>
internal interface IBedrockServiceFactory
{
    /// <summary>The Regions that the AWS SDK knows. Newer Regions might exist.</summary>
    IReadOnlyList<AwsRegion> Regions { get; }

    /// <summary>
    /// Chooses identity, Region, and endpoint, and makes sure that there are credentials. It sends no request to Amazon
    /// Bedrock.
    /// </summary>
    /// <exception cref="BedrockRequestException">
    /// The parameters or the configuration don't result in a connection.
    /// </exception>
    Task<IBedrockService> ConnectAsync(ConnectionSettings settings);

    /// <summary>The names of the profiles in the AWS files that are in use.</summary>
    /// <param name="profileLocation">The credentials file to use instead of the default file.</param>
    IReadOnlyList<string> ProfileNames(string? profileLocation);
}
