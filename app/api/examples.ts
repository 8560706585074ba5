const address = {
  name: "Ada Example",
  line1: "82 Clerkenwell Road",
  city: "London",
  postcode: "EC1M 5RF",
  country: "GB",
};

/** Inputs for the API document, by the names in `operations`. A test holds each against its schema. */
export const examples = {
  requestCode: { identifier: "ada@example.com" },
  verifyCode: { identifier: "ada@example.com", code: "123456", challenge: "Zk9tV3hQd2JtYWx0LWQz" },
  refresh: { refreshToken: "q3Jm0o1sXw5cE2vB8nK7tY4uR6iP9aLzHdGfJxCvbQs" },
  listProducts: { q: "cup", sort: "best", page: 1, pageSize: 24 },
  readProduct: { id: 12 },
  addItem: { variantId: 12, quantity: 2 },
  updateItem: { variantId: 12, quantity: 3 },
  removeItem: { variantId: 12 },
  submitOrders: {
    idempotencyKey: "7f2c1d1e-6a0b-4b6e-9d53-3f6f7f0c2a11",
    contact: { name: "Ada Example", email: "ada@example.com", phone: "+49 30 1234567" },
    address: { line1: "Marktstraße 1", postcode: "10115", city: "Berlin", country: "DE" },
    fulfilment: "delivery",
    payment: "cash_on_delivery",
  },
  readOrder: { id: "1001-1" },
  updateProfile: { name: "Ada Example", locale: "en" },
  requestContact: { phone: "+49 1512 3456789" },
  changeContact: { code: "123456", challenge: "Zk9tV3hQd2JtYWx0LWQz" },
  removeContact: { channel: "phone" },
  addAddress: address,
  editAddress: { id: 7, ...address, line2: "Second floor" },
  removeAddress: { id: 7 },
  setDefaultAddress: { id: 7 },
};
