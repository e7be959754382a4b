using System.Collections.Generic;
using LocalBedrock.Options;

namespace LocalIdentity.Options;

/// <summary>What the command line says; the defaults are those of the help text.</summary>
internal sealed record IdentityOptions
{
    /// <summary>The secret that everybody may know, since it is the default.</summary>
    public const string DefaultKeyIssuer = "local-identity-example";

    /// <summary>The port on 127.0.0.1; 0 lets the system pick a free one.</summary>
    public int Port { get; init; }

    /// <summary>The proxy's port on 127.0.0.1; 0 lets the system pick a free one.</summary>
    public int ProxyPort { get; init; }

    /// <summary>The long-lived keys with which a role can be assumed.</summary>
    public IReadOnlyList<ServiceAccount> Accounts { get; init; } = [ServiceAccount.First, ServiceAccount.Second];

    public string KeyIssuer { get; init; } = DefaultKeyIssuer;

    public Settings Settings { get; init; } = new();

    /// <summary>The PEM file with the certificate and private key for TLS; null is plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>The process whose end ends the server; null is none.</summary>
    public int? ExitWith { get; init; }
}
