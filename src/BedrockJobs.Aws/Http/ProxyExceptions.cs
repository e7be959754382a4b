namespace BedrockJobs.Aws.Http;

/// <summary>
/// The hosts in NO_PROXY. As in the AWS CLI, an entry is a host and all its subdomains, with or without a leading dot
/// and a port, and * is every host. An IP address can also be specified by its network, such as 10.0.0.0/8.
/// </summary>
internal sealed class ProxyExceptions
{
    private readonly bool _isEvery;
    private readonly List<string> _names = [];
    private readonly List<(byte[] Prefix, int Bits)> _networks = [];

    /// <param name="list">The value of the variable; null for none.</param>
    public ProxyExceptions(string? list)
    {
        foreach (var entry in (list ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry == "*")
            {
                _isEvery = true;
            }
            else if (Network(entry) is { } network)
            {
                _networks.Add(network);
            }
            else if (entry.TrimStart('.') is { Length: > 0 } name)
            {
                _names.Add(name);
            }
        }
    }

    /// <summary>Whether the list includes the host of a URL.</summary>
    public bool Include(Uri address)
    {
        if (_isEvery)
        {
            return true;
        }

        // Names are compared with and without the port, because an entry can have either form.
        var host = address.IdnHost;
        var isNumber = IPAddress.TryParse(host, out var number);
        string[] forms = number?.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? [host, $"[{host}]", WithPort($"[{host}]", address)]
            : [host, WithPort(host, address)];
        return _names.Exists(name => Array.Exists(forms, form => IsOrIsBelow(form, name)))
            || (isNumber && _networks.Exists(network => IsIn(number!, network)));
    }

    private static string WithPort(string host, Uri address) =>
        string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}");

    private static bool IsOrIsBelow(string host, string name) =>
        host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (host.Length == name.Length || host[host.Length - name.Length - 1] == '.');

    // Bits after the prefix are ignored: 10.1.2.3/8 is 10.0.0.0/8.
    private static (byte[] Prefix, int Bits)? Network(string entry)
    {
        var parts = entry.Split('/');
        return parts.Length == 2
            && IPAddress.TryParse(parts[0].Trim('[', ']'), out var address)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits <= address.GetAddressBytes().Length * 8
            ? (address.GetAddressBytes(), bits)
            : null;
    }

    private static bool IsIn(IPAddress address, (byte[] Prefix, int Bits) network)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return bytes.Length == network.Prefix.Length
            && Enumerable.Range(0, network.Bits).All(bit =>
                ((bytes[bit / 8] ^ network.Prefix[bit / 8]) & (0x80 >> (bit % 8))) == 0);
    }
}
