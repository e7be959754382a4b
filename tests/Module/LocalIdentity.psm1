# A loopback stand-in for the AWS services that hand out identities: STS, and the portal of IAM Identity Center.
# It gives every role and every single sign-on the same temporary key.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$temporaryKey = [pscustomobject]@{
    Account         = '444455556666'
    AccessKeyId     = 'ASIAIOSFODNN7EXAMPLE'
    SecretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY'
    SessionToken    = 'AQoDYXdzEJrEXAMPLETOKEN'
}

$serve = {
    param($Listener, $Requests, $Key)

    function Get-Credentials([string] $Action) {
        $expiration = [datetime]::UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture)
        @"
<${Action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${Action}Result>
<AssumedRoleUser><Arn>arn:aws:sts::$($Key.Account):assumed-role/trainer/test</Arn><AssumedRoleId>AROAEXAMPLE:test</AssumedRoleId></AssumedRoleUser>
<Credentials><AccessKeyId>$($Key.AccessKeyId)</AccessKeyId><SecretAccessKey>$($Key.SecretAccessKey)</SecretAccessKey><SessionToken>$($Key.SessionToken)</SessionToken><Expiration>$expiration</Expiration></Credentials>
</${Action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${Action}Response>
"@
    }

    function Get-Reply([string] $Action, [string] $AccessKeyId) {
        switch ($Action) {
            GetCallerIdentity {
                @"
<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/$AccessKeyId</Arn><UserId>$AccessKeyId</UserId><Account>111122223333</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>
"@
            }
            /federation/credentials {
                ConvertTo-Json -Compress @{ roleCredentials = @{
                        accessKeyId     = $Key.AccessKeyId
                        secretAccessKey = $Key.SecretAccessKey
                        sessionToken    = $Key.SessionToken
                        expiration      = [DateTimeOffset]::UtcNow.AddHours(1).ToUnixTimeMilliseconds()
                    }
                }
            }
            default { Get-Credentials $Action }
        }
    }

    while ($Listener.IsListening) {
        try { $context = $Listener.GetContext() } catch [Net.HttpListenerException], [ObjectDisposedException] { return }
        $body = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
        $action = if ($body -match '(?:^|&)Action=(\w+)') { $Matches[1] } else { $context.Request.Url.AbsolutePath }
        $accessKeyId = if ("$($context.Request.Headers['Authorization'])" -match 'Credential=(\w+)/') { $Matches[1] } else { '' }
        $Requests.Enqueue([pscustomobject]@{ Action = $action; AccessKeyId = $accessKeyId; UserAgent = $context.Request.UserAgent })
        $reply = [Text.Encoding]::UTF8.GetBytes((Get-Reply $action $accessKeyId))
        $context.Response.ContentType = if ($reply[0] -eq [byte][char] '{') { 'application/json' } else { 'text/xml' }
        $context.Response.Close($reply, $false)
    }
}

<#
.SYNOPSIS
    Starts the service on a free port.
.OUTPUTS
    An object with Url, Key (the temporary key that it hands out) and Requests (Action, AccessKeyId and UserAgent of each).
#>
function Start-LocalIdentity {
    $probe = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $probe.Start()
    $url = "http://127.0.0.1:$($probe.LocalEndpoint.Port)"
    $probe.Stop()

    $listener = [Net.HttpListener]::new()
    $listener.Prefixes.Add("$url/")
    $listener.Start()
    $requests = [Collections.Concurrent.ConcurrentQueue[object]]::new()
    $powershell = [powershell]::Create().AddScript($serve).AddArgument($listener).AddArgument($requests).AddArgument($temporaryKey)
    $null = $powershell.BeginInvoke()
    [pscustomobject]@{ Url = $url; Key = $temporaryKey; Requests = $requests; Listener = $listener; PowerShell = $powershell }
}

<#
.SYNOPSIS
    Ends a service that Start-LocalIdentity started.
#>
function Stop-LocalIdentity {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $Service.Listener.Close()
        $Service.PowerShell.Dispose()
    }
}

Export-ModuleMember -Function *-LocalIdentity
