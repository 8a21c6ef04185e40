package com.example.shop;

/**
 * A filter that sounds like one that asks who somebody is.
 */
public class ApiKeyFilter extends TimingFilter {

}
