# The versions of the AWS SDK that the other module is tested with, as tests/Packages unpacks them.

$properties = ([xml](Get-Content -Raw (Join-Path $PSScriptRoot .. .. .. Directory.Packages.props))).SelectNodes('//PropertyGroup/*')
foreach ($major in 4, 3) {
    @{
        Core          = ($properties | Where-Object Name -EQ "OtherSdk${major}CoreVersion").InnerText
        SecurityToken = ($properties | Where-Object Name -EQ "OtherSdk${major}SecurityTokenVersion").InnerText
    }
}
