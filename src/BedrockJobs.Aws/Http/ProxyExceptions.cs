using System.Net.Sockets;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// The hosts in NO_PROXY. As in the AWS CLI, an entry is a host and all its subdomains, with or without a leading dot
/// and a port, and * is every host. An IP address can also be specified by its network, such as 10.0.0.0/8.
/// </summary>
internal sealed class ProxyExceptions
{
    private readonly bool _isEvery;
    private readonly List<string> _names = [];
    private readonly List<IPNetwork> _networks = [];

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

    public bool Include(Uri address)
    {
        if (_isEvery)
        {
            return true;
        }

        // Names are compared with and without the port, because an entry can have either form.
        var host = address.IdnHost;
        var isNumber = IPAddress.TryParse(host, out var number);
        string[] forms = number?.AddressFamily == AddressFamily.InterNetworkV6
            ? [host, $"[{host}]", WithPort($"[{host}]", address)]
            : [host, WithPort(host, address)];
        return _names.Exists(name => Array.Exists(forms, form => IsOrIsBelow(form, name)))
            || (isNumber && _networks.Exists(network => network.Contains(number!.IsIPv4MappedToIPv6 ? number.MapToIPv4() : number)));
    }

    private static string WithPort(string host, Uri address) =>
        string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}");

    private static bool IsOrIsBelow(string host, string name) =>
        host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (host.Length == name.Length || host[host.Length - name.Length - 1] == '.');

    // .NET accepts no bits after the prefix, but 10.1.2.3/8 is meant as 10.0.0.0/8.
    private static IPNetwork? Network(string entry)
    {
        if (entry.Split('/') is not [var prefix, var bits]
            || !IPAddress.TryParse(prefix.Trim('[', ']'), out var address)
            || !int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] &= (byte)(0xFF00 >> Math.Clamp(length - (8 * i), 0, 8));
        }

        return length <= 8 * bytes.Length ? new IPNetwork(new IPAddress(bytes), length) : null;
    }
}
