namespace LocalIdentity.Options;

/// <summary>The options of the command line. The defaults are those in the help text.</summary>
internal sealed record IdentityOptions
{
    /// <summary>The default secret, which is public.</summary>
    public const string DefaultKeyIssuer = "local-identity-example";

    /// <summary>The port on 127.0.0.1; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The long-term keys that can assume a role.</summary>
    public IReadOnlyList<ServiceAccount> Accounts { get; init; } = ServiceAccount.Documented;

    public string KeyIssuer { get; init; } = DefaultKeyIssuer;

    public Settings Settings { get; init; } = new();

    /// <summary>The PEM file with the certificate and private key for TLS; null for plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>The process with which the server ends; null for none.</summary>
    public int? ExitWith { get; init; }
}
