package dev.mainstay.core;

public class Known {

}
