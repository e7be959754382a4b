using System;
using System.Collections.Generic;

namespace LocalBedrock.Options;

/// <summary>What the command line says; the defaults are those of the help text.</summary>
internal sealed record ServerOptions
{
    /// <summary>The port on 127.0.0.1; 0 lets the system pick a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many jobs each account has in each region at the start.</summary>
    public int Jobs { get; init; } = 40;

    public int Seed { get; init; } = 1;

    public IReadOnlyList<string> Regions { get; init; } = ["us-east-1"];

    public IReadOnlyList<ServiceAccount> Accounts { get; init; } = [ServiceAccount.First, ServiceAccount.Second];

    /// <summary>The API key accepted as <c>Authorization: Bearer</c>; null refuses every one.</summary>
    public string? BearerKey { get; init; }

    /// <summary>The secret under which temporary keys are accepted; null accepts none but those of the accounts.</summary>
    public string? KeyIssuer { get; init; }

    /// <summary>Added to every API reply.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Where the service's clock starts; null is the real time.</summary>
    public DateTime? Now { get; init; }

    /// <summary>How fast the service's clock runs; 0 stands still.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>The paths below which the API is served, as they are sent; none is the root.</summary>
    public IReadOnlyList<string> PathPrefixes { get; init; } = [];

    /// <summary>The PEM file with the certificate and private key for TLS; null is plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>The process whose end ends the server; null is none.</summary>
    public int? ExitWith { get; init; }

    /// <summary>How far a request's time may be from the real time.</summary>
    public TimeSpan MaxSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the clock that signatures are held against is ahead of the real time; negative is behind.</summary>
    public TimeSpan Skew { get; init; }
}
