# Dot-sourced by tests of TLS: makes certificate authorities and certificates.

# A certificate. Without an issuer, it is self-signed, like a root certificate.
function New-TestCertificate {
    param(
        [Parameter(Mandatory)] [string] $Subject,
        [Security.Cryptography.X509Certificates.X509Certificate2] $Issuer,
        [switch] $Authority,
        # The names and addresses of the host.
        [string[]] $HostName = @(),
        [datetimeoffset] $NotAfter = [datetimeoffset]::Now.AddDays(1)
    )

    $key = [Security.Cryptography.ECDsa]::Create([Security.Cryptography.ECCurve+NamedCurves]::nistP256)
    $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new("CN=$Subject", $key, 'SHA256')
    $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new($Authority, $false, 0, $true))
    if ($HostName) {
        $names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        foreach ($name in $HostName) {
            $address = $null
            if ([ipaddress]::TryParse($name, [ref] $address)) { $names.AddIpAddress($address) } else { $names.AddDnsName($name) }
        }

        $request.CertificateExtensions.Add($names.Build())
    }

    if (-not $Issuer) { return $request.CreateSelfSigned([datetimeoffset]::Now.AddDays(-1), $NotAfter) }
    $made = $request.Create($Issuer, $Issuer.NotBefore, $(if ($NotAfter -lt $Issuer.NotAfter) { $NotAfter } else { $Issuer.NotAfter }), [guid]::NewGuid().ToByteArray())
    [Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::CopyWithPrivateKey($made, $key)
}

# Writes certificates to a PEM file, and with -Key the private key of the first one. Returns the path of the file.
function Export-Pem {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [Security.Cryptography.X509Certificates.X509Certificate2[]] $Certificate,
        [switch] $Key
    )

    $parts = @($Certificate.ForEach({ $_.ExportCertificatePem() }))
    if ($Key) {
        $parts += [Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPrivateKey($Certificate[0]).ExportPkcs8PrivateKeyPem()
    }

    Set-Content $Path ($parts -join "`n")
    $Path
}
