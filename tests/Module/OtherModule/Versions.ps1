# The AWS SDKs that the other module is tried with, as tests/Packages unpacks them.

$properties = ([xml](Get-Content -Raw (Join-Path $PSScriptRoot .. .. .. Directory.Packages.props))).SelectNodes('//PropertyGroup/*')
foreach ($major in 4, 3) {
    @{
        Core          = ($properties | Where-Object Name -EQ "OtherSdk${major}CoreVersion").InnerText
        SecurityToken = ($properties | Where-Object Name -EQ "OtherSdk${major}SecurityTokenVersion").InnerText
    }
}
