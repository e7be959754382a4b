namespace LocalBedrock.Options;

/// <summary>The options of the command line. The defaults are those in the help text.</summary>
internal sealed record ServerOptions
{
    /// <summary>The port on 127.0.0.1; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The number of jobs of each account in each region at the start.</summary>
    public int Jobs { get; init; } = 40;

    public int Seed { get; init; } = 1;

    public IReadOnlyList<string> Regions { get; init; } = ["us-east-1"];

    public IReadOnlyList<ServiceAccount> Accounts { get; init; } = ServiceAccount.Documented;

    /// <summary>The API key that is accepted as <c>Authorization: Bearer</c>; null to reject all.</summary>
    public string? BearerKey { get; init; }

    /// <summary>The secret that proves temporary keys; null to accept only those of the accounts.</summary>
    public string? KeyIssuer { get; init; }

    /// <summary>Added to every response of the API.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The start time of the service's clock; null for the real time.</summary>
    public DateTime? Now { get; init; }

    /// <summary>The speed of the service's clock; 0 to stop it.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>The encoded paths below which the API is served; none means the root.</summary>
    public IReadOnlyList<string> PathPrefixes { get; init; } = [];

    /// <summary>The PEM file with the certificate and private key for TLS; null for plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>The process with which the server ends; null for none.</summary>
    public int? ExitWith { get; init; }

    /// <summary>How far the clock for signatures is ahead of the real time; negative if it is behind.</summary>
    public TimeSpan Skew { get; init; }
}
