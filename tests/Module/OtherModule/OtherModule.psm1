# Calls AWS with the AWS SDK in this folder: gets the identity of the caller from the Security Token Service.

function Get-OtherIdentity {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $ProfileName)

    $credentials = $null
    $chain = [Amazon.Runtime.CredentialManagement.CredentialProfileStoreChain]::new()
    if (-not $chain.TryGetAWSCredentials($ProfileName, [ref] $credentials)) {
        throw "There is no profile $ProfileName."
    }

    $config = [Amazon.SecurityToken.AmazonSecurityTokenServiceConfig]::new()
    $config.ServiceURL = $env:AWS_ENDPOINT_URL_STS
    $client = [Amazon.SecurityToken.AmazonSecurityTokenServiceClient]::new($credentials, $config)
    try {
        $request = [Amazon.SecurityToken.Model.GetCallerIdentityRequest]::new()
        $client.GetCallerIdentityAsync($request, [Threading.CancellationToken]::None).GetAwaiter().GetResult().Arn
    }
    finally {
        $client.Dispose()
    }
}
