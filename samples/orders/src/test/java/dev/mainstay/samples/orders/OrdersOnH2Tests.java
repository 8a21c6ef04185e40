package dev.mainstay.samples.orders;

class OrdersOnH2Tests extends AbstractOrdersTests {

}
